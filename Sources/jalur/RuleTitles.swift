import Diagnostics
import Policy
import SourceText

/// What lists of rules say of each: the headings of their pages.
struct RuleTitles {
  /// By the ids of the rules that travel inside the program.
  private let shipped: [String: String]

  init() {
    var titles: [String: String] = [:]
    for file in embeddedFiles {
      let path = file.path.description
      guard path.hasSuffix(".md"), let name = path.split(separator: "/").last else { continue }
      titles[String(name.dropLast(".md".utf8.count))] = heading(of: file.text.description)
    }
    shipped = titles
  }

  /// A rule of Jalur, with its title.
  func titled(_ rule: RuleSummary) -> RuleSummary {
    var titled = rule
    titled.title = shipped[rule.id]
    return titled
  }

  /// A rule of one's own, with the title of the page beside it, if there is one.
  func titled(own rule: Rule) throws(Failure) -> RuleSummary {
    var titled = rule.summary
    let page = rule.file.name.dropLast(".yaml".utf8.count) + ".md"
    if kind(of: String(page)) != nil {
      let bytes = try readFile(String(page), expected: "the page of a rule")
      titled.title = heading(of: String(decoding: bytes, as: UTF8.self))
    }
    return titled
  }
}

/// The heading that a page begins with; nil when it begins with something else.
private func heading(of page: String) -> String? {
  let line = page.prefix { !$0.isNewline }
  return line.hasPrefix("# ") ? String(line.dropFirst(2)) : nil
}
