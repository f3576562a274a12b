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
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),

    .target(
      name: "RouterOSSyntax", dependencies: ["SourceText", "Diagnostics"], swiftSettings: strict),
  ]
)
