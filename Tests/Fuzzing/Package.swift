// swift-tools-version: 6.2
import PackageDescription

// A package of its own: its programs build only with `--sanitize=fuzzer`, which brings their `main`. See `make fuzz`.
let package = Package(
  name: "plenum-fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "plenum", path: "../..")],
  targets: [
    .target(name: "FuzzedInput", dependencies: [.product(name: "PlenumKit", package: "plenum")]),
    .executableTarget(
      name: "TableFuzzer", dependencies: ["FuzzedInput"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "WorkbookFuzzer", dependencies: ["FuzzedInput"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "EventFuzzer", dependencies: ["FuzzedInput"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ]
)

for target in package.targets {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
