import Diagnostics
import Policy
import PolicyTesting
import Report
import SourceText

/// A rule with the page that explains and tests it.
struct RuleWithPage {
  /// Nil for what an audit finds of the export itself.
  let rule: Rule?
  let page: Page
}

/// What is to be tested: the files of rules, and those that make their folders packs.
struct PolicyFiles {
  var rules: [String] = []
  var packs: [String] = []

  /// The files that are given, and those in folders that are, sorted and each once; a page counts as
  /// its rule, whether that is there or not.
  init(_ paths: [String]) throws(Failure) {
    var files: [String] = []
    for path in paths {
      files +=
        try kind(of: path) == .folder ? filesBelow(path).filter(Self.isOfRule) : [path]
    }
    for file in Set(try files.map(Self.rule)).sorted() {
      if isPack(file) { packs.append(file) } else { rules.append(file) }
    }
    if rules.isEmpty { throw Failure("no rule found; expected files named RULE.yaml") }
  }

  /// Whether a file of a folder is a rule or the page of one, and not a `README.md`.
  private static func isOfRule(_ path: String) -> Bool {
    if path.hasSuffix(".yaml") { return true }
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".md")
      && name.dropLast(".md".utf8.count).utf8.allSatisfy {
        0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
      }
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
  let page = file.dropLast(".yaml".utf8.count) + ".md"
  let rule = try readRule(file, withPage: String(page))
  if kind(of: String(page)) == nil, let rule {
    throw Failure("rule '\(rule.id.text)' has no page; expected '\(page)'")
  }
  let bytes = try readFile(String(page), expected: "the page of a rule")
  do throws(SourceError) {
    return RuleWithPage(
      rule: rule, page: try readPage(SourceFile(name: String(page), bytes: bytes)))
  } catch { throw Failure(renderError(error)) }
}

/// Reads a rule; nil when the page is that of what an audit finds of the export itself.
private func readRule(_ file: String, withPage page: String) throws(Failure) -> Rule? {
  if kind(of: file) == nil, kind(of: page) != nil {
    let name = page.split(separator: "/").last ?? ""
    if RuleSummary.ofExportItself.contains(where: { name == "\($0.id).md" }) { return nil }
    throw Failure("'\(page)' is the page of no rule; expected '\(file)'")
  }
  return try readRuleFile(SourceFile(name: file, bytes: try readFile(file, expected: "a rule")))
}
