import Diagnostics
import Policy
import PolicyTesting
import Report
import SourceText

/// A rule with the page that explains and tests it.
struct RuleWithPage {
  let rule: Rule
  let page: Page
}

/// What is to be tested: the files of rules, and those that make their folders packs.
struct PolicyFiles {
  var rules: [String] = []
  var packs: [String] = []

  /// The files that are given, and those in folders that are, sorted and each once.
  init(_ paths: [String]) throws(Failure) {
    var files: [String] = []
    for path in paths {
      files +=
        try kind(of: path) == .folder ? filesBelow(path).filter { $0.hasSuffix(".yaml") } : [path]
    }
    for file in Set(try files.map(Self.rule)).sorted() {
      if isPack(file) { packs.append(file) } else { rules.append(file) }
    }
    if rules.isEmpty { throw Failure("no rule found; expected files named RULE.yaml") }
  }

  /// A rule by its own file, or by that of its page.
  private static func rule(_ path: String) throws(Failure) -> String {
    if path.hasSuffix(".yaml") { return path }
    guard path.hasSuffix(".md") else {
      throw Failure("'\(path)' is no rule; expected RULE.yaml or RULE.md")
    }
    return path.dropLast(".md".utf8.count) + ".yaml"
  }
}

/// Reads a rule, `RULE.yaml`, and its page, `RULE.md` beside it.
func readRuleWithPage(_ file: String) throws(Failure) -> RuleWithPage {
  let stem = file.dropLast(".yaml".utf8.count)
  let rule = try readRuleFile(SourceFile(name: file, bytes: try readFile(file, expected: "a rule")))
  let bytes: [UInt8]
  do throws(Failure) { bytes = try readFile("\(stem).md", expected: "the page of a rule") } catch {
    throw Failure("rule '\(rule.id.text)' has no page; expected '\(stem).md'")
  }
  do throws(SourceError) {
    return RuleWithPage(
      rule: rule, page: try readPage(SourceFile(name: "\(stem).md", bytes: bytes)))
  } catch { throw Failure(renderError(error)) }
}
