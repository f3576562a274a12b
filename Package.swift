// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same strictness; see CONTRIBUTING.md.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Read top to bottom: each target depends only on targets above it.
let package = Package(
  name: "Jalur",
  products: [
    .executable(name: "jalur", targets: ["jalur"]),
    // What Tests/Benchmarks measures from within.
    .library(
      name: "JalurLibraries",
      targets: ["SourceText", "RouterOSSyntax", "RouterOSModel", "Comparison"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .executableTarget(name: "embed-files", path: "Sources/EmbedFiles", swiftSettings: strict),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFilesPlugin"),

    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "YAML", dependencies: ["CLibYAML", "SourceText", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Policy", dependencies: ["SourceText", "Diagnostics", "YAML"], swiftSettings: strict),

    .target(
      name: "RouterOSSyntax", dependencies: ["SourceText", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "RouterOSModel", dependencies: ["SourceText", "Diagnostics", "RouterOSSyntax"],
      exclude: ["Catalogue/README.md"], swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    .target(
      name: "Audit",
      dependencies: [
        "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .target(
      name: "Interpretation",
      dependencies: ["SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel"],
      swiftSettings: strict),
    .target(
      name: "Comparison",
      dependencies: [
        "SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel", "Interpretation",
      ],
      swiftSettings: strict),
    .target(
      name: "Report",
      dependencies: [
        "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Comparison",
      ],
      swiftSettings: strict),
    .target(
      name: "PolicyTesting",
      dependencies: [
        "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit", "Report",
      ], swiftSettings: strict),
    .executableTarget(
      name: "jalur",
      dependencies: [
        "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit",
        "Interpretation", "Comparison", "Report", "PolicyTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "RouterOSSyntaxTests", dependencies: ["SourceText", "RouterOSSyntax", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YAMLTests", dependencies: ["SourceText", "Diagnostics", "YAML"], swiftSettings: strict),
    .testTarget(
      name: "PolicyTests", dependencies: ["SourceText", "Diagnostics", "Policy"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["SourceText", "Diagnostics", "Report"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyTestingTests",
      dependencies: [
        "SourceText", "Diagnostics", "YAML", "Policy", "RouterOSSyntax", "PolicyTesting", "Report",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests", dependencies: ["SourceText", "RouterOSSyntax", "PolicyTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit",
      ], swiftSettings: strict),
    .testTarget(
      name: "InterpretationTests",
      dependencies: [
        "SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel", "Interpretation",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ComparisonTests",
      dependencies: [
        "SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel", "Interpretation",
        "Comparison", "Report",
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["jalur", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "RouterOSModelTests",
      dependencies: ["SourceText", "RouterOSSyntax", "RouterOSModel", "TestSupport"],
      swiftSettings: strict),
  ]
)
