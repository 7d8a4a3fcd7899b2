// swift-tools-version: 6.2
import PackageDescription

// The readers of files under libFuzzer: `make fuzz`. A package of its own, since all of it is built with other flags;
// its sources are those of the house, by symbolic links.

let ours: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibZip"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "SimdJSON"),
    .target(name: "CByteScan"),
    .target(name: "CCodePages"),
    .target(
      name: "CSimdJSON", dependencies: ["SimdJSON"], linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "ReviewModel", resources: [.embedInCode("Catalogues")], swiftSettings: ours),
    .target(
      name: "FlatFiles",
      dependencies: ["ReviewModel", "CByteScan", "CCodePages", "CLibXML2", "CLibZip", "CSimdJSON", "CZlib"],
      swiftSettings: ours),
    .target(
      name: "Book", dependencies: ["ReviewModel", "FlatFiles", .product(name: "Yams", package: "Yams")],
      swiftSettings: ours),
    .executableTarget(
      name: "FuzzConfiguration", dependencies: ["Book", "FlatFiles", "ReviewModel"],
      swiftSettings: ours + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "FuzzDelimited", dependencies: ["FlatFiles", "ReviewModel"],
      swiftSettings: ours + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "FuzzJSON", dependencies: ["FlatFiles", "ReviewModel"],
      swiftSettings: ours + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "FuzzWorkbook", dependencies: ["FlatFiles", "ReviewModel", "CZlib"],
      swiftSettings: ours + [.unsafeFlags(["-parse-as-library"])]),
  ],
  cxxLanguageStandard: .cxx17
)
