// swift-tools-version: 6.1
import PackageDescription

// A package of its own: who uses Plenum never fetches what its benchmarks need.
let package = Package(
  name: "plenum-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "plenum", path: ".."),
    // Without its default trait, which counts allocations and needs jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "HallInstances", dependencies: [.product(name: "PlenumKit", package: "plenum")]),
    // The plugin finds benchmarks only in a folder of this name.
    .executableTarget(
      name: "HallSeatingBenchmarks",
      dependencies: [
        "HallInstances",
        .product(name: "PlenumKit", package: "plenum"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/HallSeating",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "HallGrowth",
      dependencies: [
        "HallInstances",
        .product(name: "PlenumKit", package: "plenum"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
