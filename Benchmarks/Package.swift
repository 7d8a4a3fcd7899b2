// swift-tools-version: 6.2
import PackageDescription

// What reading and reviewing cost, through the library's public API: `make benchmarks`. A package of its own, so that
// the program and its tests do without the harness.

let package = Package(
  name: "benchmarks",
  dependencies: [
    // SwiftPM tells packages apart by their folders: in a checkout called benchmarks this one would be its own parent.
    .package(name: "reviewpack", path: ".."),
    // Without its traits, which count allocations by putting themselves before the system's allocator and Swift's own.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "XLSXWriter"),
    // The harness finds its targets by the folder Benchmarks.
    .executableTarget(
      name: "Reviews",
      dependencies: [
        "XLSXWriter",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "ReviewKit", package: "reviewpack"),
      ],
      path: "Benchmarks/Reviews",
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
