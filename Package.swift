// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that hold no unsafe code; the compiler proves it.
let safe = strict + [.strictMemorySafety()]

let package = Package(
  name: "bangfu",
  products: [
    .executable(name: "bangfu", targets: ["BangfuCLI"]),
    .library(name: "Bangfu", targets: ["Bangfu"]),
    .executable(name: "fixtures", targets: ["FixturesCLI"]),
    .executable(name: "bench", targets: ["Bench"]),
    .executable(name: "tables", targets: ["TablesCLI"]),
    .executable(name: "sheet", targets: ["SheetProgram"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CFreeXL", pkgConfig: "freexl", providers: [.apt(["libfreexl-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .target(name: "CSQL"),
    .target(name: "CProfiles"),
    .target(name: "CEvidence"),
    .target(name: "Domain", swiftSettings: safe),
    .target(name: "System", dependencies: ["CCrypto", "CSpawn"], swiftSettings: strict),
    .target(
      name: "Tabular", dependencies: ["System", "CZlib", "CZip", "CXML2", "CFreeXL"],
      swiftSettings: strict),
    .target(name: "Workbooks", dependencies: ["System", "CXLSXWriter"], swiftSettings: strict),
    .executableTarget(
      name: "OldWorkbookReader", dependencies: ["Tabular"], path: "Tests/OldWorkbookReader",
      swiftSettings: safe),
    .target(name: "LineEditor", dependencies: ["CEdit"], swiftSettings: strict),
    .target(name: "Postgres", dependencies: ["CLibPQ", "System"], swiftSettings: strict),
    .target(
      name: "Channels", dependencies: ["Domain", "System", "Tabular", "CProfiles", "TOMLKit"],
      swiftSettings: safe),
    .target(
      name: "Bangfu",
      dependencies: ["Domain", "Tabular", "Channels", "Postgres", "System", "CSQL", "CEvidence"],
      swiftSettings: safe),
    .executableTarget(
      name: "BangfuCLI",
      dependencies: [
        "Bangfu", "Domain", "Tabular", "System", "LineEditor", "Workbooks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .target(
      name: "TestSupport", dependencies: ["Postgres", "Tabular"], path: "Tests/Support",
      swiftSettings: strict),
    .testTarget(
      name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BangfuCLITests",
      dependencies: [
        "BangfuCLI", "Bangfu", "Domain", "Tabular", "Postgres", "TestSupport", "Fixtures",
        "Workbooks", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: strict),
    .testTarget(
      name: "ChannelsTests",
      dependencies: ["Channels", "Domain", "System", "Tabular", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ManualTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BangfuTests",
      dependencies: [
        "Bangfu", "Channels", "Domain", "System", "Tabular", "Postgres", "TestSupport", "Fixtures",
      ],
      exclude: ["Imports/Platforms", "Schema/Releases"],
      swiftSettings: strict),
    .testTarget(
      name: "SystemTests", dependencies: ["System", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TabularTests",
      dependencies: ["Tabular", "System", "OldWorkbookReader", "CZip", "TestSupport"],
      exclude: ["Data"], swiftSettings: strict),
    .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: strict),
    .testTarget(name: "FixturesTests", dependencies: ["Fixtures"], swiftSettings: strict),
    .executableTarget(
      name: "FixturesCLI",
      dependencies: [
        "Fixtures", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/fixtures", swiftSettings: safe),
    .executableTarget(
      name: "TablesCLI", dependencies: ["Tabular"], path: "Benchmarks/tables",
      swiftSettings: safe),
    .executableTarget(
      name: "SheetProgram", dependencies: ["CXLSXWriter"], path: "Benchmarks/sheet",
      linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Fixtures", "Postgres",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/bench", exclude: ["sql"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
