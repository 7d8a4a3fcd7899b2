// swift-tools-version: 6.2
import PackageDescription

let ours: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The program brings Swift's libraries along: it begins 5 ms sooner, in 4 MiB less, and needs no Swift where it runs.
/// Said to the linker of the program alone, for `--static-swift-stdlib` is for all targets, and Testing, which the
/// tests need, is there as a shared library only. So the parts of Foundation, which compiled code does not name, are
/// named here.
let alone = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
    "-l_FoundationCollections",
    "-lstdc++",
  ], .when(platforms: [.linux], configuration: .release))

/// One line a target keeps the directions of the house in sight: data moves from FlatFiles to Command, never back.
func house(_ name: String, sees: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: sees, resources: resources, swiftSettings: ours)
}

func tests(_ name: String, sees: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + sees, resources: resources,
    swiftSettings: ours)
}

let package = Package(
  name: "reviewpack",
  products: [
    .library(name: "ReviewKit", targets: ["ReviewKit"]),
    .executable(name: "reviewpack", targets: ["Command"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "SimdJSON", providers: [.apt(["libsimdjson-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CByteScan"),
    .target(name: "CCodePages"),
    .target(
      name: "CSimdJSON", dependencies: ["SimdJSON"], linkerSettings: [.linkedLibrary("simdjson")]),

    house("ReviewModel", sees: [], resources: [.embedInCode("Catalogues")]),
    house(
      "FlatFiles",
      sees: ["ReviewModel", "CByteScan", "CCodePages", "CLibXML2", "CLibZip", "CSimdJSON", "CZlib"]),
    house("Book", sees: ["ReviewModel", "FlatFiles", .product(name: "Yams", package: "Yams")]),
    house("Facts", sees: ["ReviewModel", "FlatFiles", "Book", "CByteScan"]),
    house(
      "ReviewTables",
      sees: [
        "ReviewModel", "Facts",
        .product(name: "BigInt", package: "BigInt"),
        .product(name: "Collections", package: "swift-collections"),
      ]),
    house(
      "PackWriters",
      sees: ["ReviewModel", "CXLSXWriter", "CLibZip", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Templates")]),
    house("PackArchive", sees: ["ReviewModel", "CRename"]),
    house("SampleBook", sees: ["ReviewModel"]),
    house(
      "ReviewKit",
      sees: [
        "PackArchive", "PackWriters", "SampleBook", "ReviewTables", "Facts", "Book", "FlatFiles",
        "ReviewModel",
      ], resources: [.embedInCode("Templates")]),
    .executableTarget(
      name: "Command",
      dependencies: [
        "CMalloc", "ReviewKit", "ReviewModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: ours, linkerSettings: [alone]),

    tests("FlatFiles", sees: ["ReviewModel", "CZlib", "CLibZip"]),
    tests("PackArchive", sees: []),
    tests("ReviewModel", sees: []),
    tests("Book", sees: ["ReviewModel", "FlatFiles"]),
    tests("PackWriters", sees: ["ReviewModel", "CLibZip"]),
    tests("SampleBook", sees: ["ReviewModel"]),
    .target(
      name: "TestSupport", dependencies: ["ReviewTables", "Facts", "Book", "ReviewModel"],
      path: "Tests/TestSupport", swiftSettings: ours),
    tests("Facts", sees: ["TestSupport", "SampleBook", "Book", "ReviewModel"]),
    tests("ReviewTables", sees: ["TestSupport", "SampleBook", "Facts", "ReviewModel"]),
    tests("ReviewKit", sees: ["FlatFiles", "Book", "ReviewModel", "CLibZip"]),
    // Apart from the writers' own tests: Foundation and ICU do not go into one module.
    .testTarget(
      name: "SlideTests", dependencies: ["PackWriters", "ReviewTables", "ReviewModel"], swiftSettings: ours),
    // It depends on no module of ours: it runs the program that stands beside it.
    .testTarget(
      name: "EndToEndTests", dependencies: ["CZlib"], exclude: ["Cases"], swiftSettings: ours),
  ],
  // simdjson's headers want it.
  cxxLanguageStandard: .cxx17
)
