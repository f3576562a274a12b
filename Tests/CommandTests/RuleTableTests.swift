import Foundation
import Testing

/// The table of all rules in the README and in the manual of the language is what `jalur rules` prints.
@Suite struct RuleTableTests {
  private static let start = "<!-- jalur rules --format markdown -->\n\n"
  private static let end = "\n<!-- end of the table; UPDATE=1 make test rewrites it -->\n"

  @Test(arguments: ["README.md", "Policies/README.md"])
  func theTableIsThatOfTheProgram(name: String) throws {
    let url = ReadmeTests.root.appending(path: name)
    let page = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let start = try #require(page.range(of: Self.start), "\(name) has no table")
    let end = try #require(page.range(of: Self.end), "the table of \(name) has no end")
    try #require(start.upperBound <= end.lowerBound)
    let table = try jalur("rules", "--format", "markdown").output
    let isCurrent = page[start.upperBound..<end.lowerBound] == table[...]
    if !isCurrent, ProcessInfo.processInfo.environment["UPDATE"] == "1" {
      let written = page[..<start.upperBound] + table + page[end.lowerBound...]
      try Data(String(written).utf8).write(to: url)
    }
    #expect(isCurrent, "\(name); UPDATE=1 rewrites its table")
  }

  @Test func everyRuleHasATitleOfOneLine() throws {
    let rows = try jalur("rules").output.split(separator: "\n")
    #expect(rows.count > 100)
    for row in rows {
      let words = row.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
      #expect(words.count == 4 && words[3].first { $0 != " " }?.isUppercase == true, "\(row)")
      #expect(row.count <= 120, "\(row)")
    }
  }
}
