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
  targets: [
    .executableTarget(name: "embed-files", path: "Sources/EmbedFiles", swiftSettings: strict),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFilesPlugin"),

    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),

    .target(
      name: "RouterOSSyntax", dependencies: ["SourceText", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "RouterOSModel", dependencies: ["SourceText", "RouterOSSyntax"],
      exclude: ["Catalogue/README.md"], swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    .testTarget(
      name: "RouterOSSyntaxTests", dependencies: ["SourceText", "RouterOSSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "RouterOSModelTests", dependencies: ["SourceText", "RouterOSSyntax", "RouterOSModel"],
      swiftSettings: strict),
  ]
)
