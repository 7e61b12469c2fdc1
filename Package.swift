// swift-tools-version: 6.2
import PackageDescription

// Dependencies run one way: plenum → PlenumKit → Documents, EventFiles, Solver, Verification.
// Only IntegerProgramming knows GLPK, only Tables the libraries of workbooks, only Printing those of type and PDF;
// Verification knows no solver; Tables and Printing know no domain.
let solvers = [
  "RostrumSolver", "HallSolver", "RoomsSolver", "VehiclesSolver", "TablesSolver", "DiscussionSolver",
  "StaffSolver",
]

/// One solver is one target, so that a change to one leaves the others built.
func solver(_ name: String, at folder: String) -> Target {
  .target(
    name: name, dependencies: ["Assembly", "IntegerProgramming", "SolverShared"],
    path: "Sources/Solver/\(folder)", exclude: ["Formulation.md"])
}

let package = Package(
  name: "plenum",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "plenum", targets: ["plenum"]),
    .library(
      name: "PlenumKit",
      targets: [
        "PlenumKit", "Assembly", "EventFiles", "Verification", "Explanation", "Documents", "Printing",
        "Tables",
        "Localization", "SolverShared",
      ] + solvers),
    .library(name: "IntegerProgramming", targets: ["IntegerProgramming"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .target(name: "IntegerProgramming", dependencies: ["CGLPK"]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CFreeXL", providers: [.apt(["libfreexl-dev"]), .brew(["freexl"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .target(name: "Localization"),
    .target(name: "Printing", dependencies: ["CPango", "CQREncode"]),
    .target(name: "Tables", dependencies: ["Localization", "CZip", "CXML", "CFreeXL", "CXLSXWriter"]),
    .target(name: "Assembly", dependencies: ["Localization"]),
    .target(name: "CExchange"),
    .target(name: "EventFiles", dependencies: ["Assembly", "Tables", "Localization", "CExchange"]),
    .target(
      name: "SolverShared", dependencies: ["Assembly", "IntegerProgramming"], path: "Sources/Solver/Shared"),
    solver("RostrumSolver", at: "Rostrum"),
    solver("HallSolver", at: "Hall"),
    solver("RoomsSolver", at: "Rooms"),
    solver("VehiclesSolver", at: "Vehicles"),
    solver("TablesSolver", at: "Tables"),
    solver("DiscussionSolver", at: "Discussion"),
    solver("StaffSolver", at: "Staff"),
    .target(name: "Verification", dependencies: ["Assembly", "Localization"]),
    .target(name: "Explanation", dependencies: ["Assembly", "Verification", "Localization"]),
    .target(
      name: "Documents",
      dependencies: ["Assembly", "Printing", "Tables", "Localization"],
      resources: [
        .embedInCode("Resources/Drawing.css"), .embedInCode("Resources/SeatMap.css"),
        .embedInCode("Resources/SeatMap.js"), .embedInCode("Resources/Rooms.css"),
        .embedInCode("Resources/Vehicles.css"), .embedInCode("Resources/Tables.css"),
        .embedInCode("Resources/Changes.css"),
        .embedInCode("Resources/Page.css"), .embedInCode("Resources/Report.css"),
        .embedInCode("Resources/Find.css"), .embedInCode("Resources/Find.js"),
      ]),
    .target(
      name: "PlenumKit",
      dependencies: [
        "Assembly", "EventFiles", "Verification", "Explanation", "Documents", "Printing", "Tables",
        "Localization",
        "IntegerProgramming", "SolverShared",
      ] + solvers.map { .target(name: $0) }),
    .executableTarget(
      name: "plenum",
      dependencies: [
        "PlenumKit", "Assembly", "EventFiles", "IntegerProgramming", "Localization", "SolverShared",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),
    .target(name: "ProcessorTime", path: "Tests/ProcessorTime"),
    // Shared with the fuzzers, which are a package of their own in Tests/Fuzzing.
    .target(
      name: "FuzzedInput", dependencies: ["PlenumKit", "Assembly", "EventFiles", "Tables", "Localization"],
      path: "Tests/Fuzzing/Sources/FuzzedInput"),
    .testTarget(name: "IntegerProgrammingTests", dependencies: ["IntegerProgramming", "SeededRandomness"]),
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "Localization", "SeededRandomness", "ProcessorTime"],
      exclude: ["Workbooks"]),
    .testTarget(
      name: "AssemblyTests", dependencies: ["Assembly", "Localization", "SeededRandomness", "ProcessorTime"]),
    .testTarget(name: "EventFilesTests", dependencies: ["EventFiles", "SeededRandomness", "ProcessorTime"]),
    .testTarget(
      name: "SolverTests",
      dependencies: [
        "SolverShared", "IntegerProgramming", "Verification", "Localization", "SeededRandomness",
      ]
        + solvers.map { .target(name: $0) }),
    .testTarget(
      name: "VerificationTests", dependencies: ["Verification", "SeededRandomness", "ProcessorTime"]),
    .testTarget(
      name: "ExplanationTests",
      dependencies: [
        "Explanation", "EventFiles", "Verification", "Tables", "Localization", "SeededRandomness",
      ]),
    .testTarget(name: "PrintingTests", dependencies: ["Printing"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Printing", "ProcessorTime"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "plenum", "PlenumKit", "Assembly", "EventFiles", "SolverShared", "RostrumSolver", "HallSolver",
        "Verification",
        "SeededRandomness", "FuzzedInput",
      ],
      exclude: ["Snapshots"]),
  ]
)

/// What computes. Builds of the tests optimize it, and nothing else: searches unoptimized take minutes, and pages and words
/// optimized take five times as long to compile. No package that depends on this one may use such flags, so they are asked
/// for by the environment, as the Makefile does.
let computing =
  ["Assembly", "IntegerProgramming", "Tables", "EventFiles", "SolverShared", "Verification", "SolverTests"]
  + solvers
let optimizesComputing = Context.environment["OPTIMIZE"] == "computing"

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if optimizesComputing, computing.contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"]))
  }
}
