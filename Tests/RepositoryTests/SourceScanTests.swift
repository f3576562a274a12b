import Testing

/// The checks of the house see what breaks them.
@Suite struct SourceScanTests {
  private func scan(_ text: String) -> SourceScan {
    SourceScan(RepositoryFile(path: "Sources/Audit/Example.swift", text: text))
  }

  @Test(arguments: [
    ("import Foundation", "Foundation"), ("import struct Foundation.Date", "Foundation"),
    ("import Foundation // x", "Foundation"),
    ("@preconcurrency public import Glibc", "Glibc"),
    ("internal import CLibYAML // C", "CLibYAML"), ("  import Glibc", "Glibc"),
    ("import A; import B", "A B"), ("@_exported import A", "A"), ("import\tA", "A"),
  ])
  func everyImportIsSeen(line: String, modules: String) {
    #expect(scan(line).imports.map(\.module).joined(separator: " ") == modules)
  }

  @Test(arguments: [
    "// import Foundation", "/// what an import of A does", "let text = \"an import x\"",
  ])
  func whatIsNoImportIsNone(line: String) {
    #expect(scan(line).imports.isEmpty)
  }

  @Test(arguments: [
    ("let now = ContinuousClock.now", true), ("for a in CommandLine.arguments {", true),
    ("print(\"x\")", true), ("if let line = readLine() {", true), ("Swift.print(1)", true),
    ("let date = Date()", true), ("ProcessInfo.processInfo", true), ("pprint(1)", false),
    ("func blueprint(_ a: Int)", false), ("writer.print(1)", false), ("// print(1)", false),
    ("let dates = lastDate()", false),
  ])
  func whatTouchesTheWorldIsSeen(line: String, isSeen: Bool) {
    #expect(scan(line).uses(of: ModuleGraphTests.worldly).isEmpty != isSeen)
  }

  @Test(arguments: [
    ("\"\\u{1B}[31m\"", true), ("\"\\u{001b}[0m\"", true), ("\"{\\\"schema\\\":1\"", true),
    ("\"\\\"line\\\": \\(line)\"", true), ("LineTable(file)", true), ("\"a {column} b\"", false),
    ("let quoted = \"\\\"\"", false),
  ])
  func whatOnlyReportKnowsIsSeen(line: String, isSeen: Bool) {
    #expect(ModuleGraphTests.knowsWhatOnlyReportDoes(scan(line)).isEmpty != isSeen)
  }

  @Test func aTargetThatDependsOnALaterOneIsSeen() {
    let manifest = """
      .target(name: "A", dependencies: ["B"]),
      .target(
        name: "B", dependencies: ["C", .product(name: "P", package: "p")]),
      .testTarget(name: "C"),
      """
    #expect(dependenciesOnLaterTargets(in: manifest) == ["A on B", "B on C"])
  }
}
