// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks stand apart, so that nobody who builds Jalur fetches what only they need.
let package = Package(
  name: "JalurBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Jalur", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Parsing",
      dependencies: [
        .product(name: "JalurLibraries", package: "Jalur"),
        .product(name: "Benchmark", package: "benchmark"), "LineSearch",
      ],
      path: "Benchmarks/Parsing",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "in-process",
      dependencies: [.product(name: "JalurLibraries", package: "Jalur"), "LineSearch"]),
    .target(name: "LineSearch"),
    .executableTarget(
      name: "lowering", dependencies: [.product(name: "JalurLibraries", package: "Jalur")]),
  ],
  swiftLanguageModes: [.v6])
