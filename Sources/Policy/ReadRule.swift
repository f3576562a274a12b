public import Diagnostics
public import SourceText
import YAML

/// Reads one rule. Throws one sentence with a place, and the nearest word where one is misspelt.
public func readRule(_ file: SourceFile) throws(SourceError) -> Rule {
  let reader = RuleReader(file: file)
  let node = try readYAML(file)
  try reader.check(node, keys: RuleReader.keys, what: "rule")
  let message = try reader.message(node)
  return Rule(
    file: file, id: try reader.id(node), severity: try reader.severity(node), message: message,
    why: try reader.required(node, "why"), fix: try reader.required(node, "fix"),
    when: try reader.optional(node, "when") { node throws(SourceError) in
      try reader.selection(node, counts: true)
    },
    select: try reader.selection(try reader.child(node, "select"), counts: false),
    per: try reader.optional(node, "per", reader.words) ?? [],
    expect: try reader.expectation(try reader.child(node, "expect")),
    mark: try reader.optional(node, "mark", reader.word))
}

/// The parts of a rule that are read alike; errors name the file.
struct RuleReader {
  static let keys = [
    "expect", "fix", "id", "mark", "message", "per", "select", "severity", "when", "why",
  ]

  let file: SourceFile

  func error(_ message: String, _ span: Span) -> SourceError {
    SourceError(message, at: span, in: file)
  }

  /// Refuses keys that mean nothing, with the nearest that does.
  func check(_ node: Node, keys: [String], what: String) throws(SourceError) {
    guard let pairs = node.pairs else {
      throw error("expected a mapping for this \(what)", node.span)
    }
    for pair in pairs {
      guard let key = pair.key.text, !keys.contains(key) else { continue }
      throw error(unknownWord(key, "key", among: keys), pair.key.span)
    }
  }

  func child(_ node: Node, _ key: String) throws(SourceError) -> Node {
    guard let child = node[key] else { throw error("'\(key)' is missing", node.span.startPoint) }
    return child
  }

  func required(_ node: Node, _ key: String) throws(SourceError) -> Word {
    let word = try word(try child(node, key))
    guard word.text.contains(where: { !$0.isWhitespace }) else {
      throw error("'\(key)' is empty", word.span)
    }
    return word
  }

  /// The fact in one line, in the style of all messages.
  func message(_ node: Node) throws(SourceError) -> Word {
    let word = try required(node, "message")
    guard !word.text.hasSuffix(".") else {
      throw error("'message' ends with a full stop; leave it out", word.span)
    }
    let first = word.text.prefix { $0 != " " }
    // Abbreviations and names such as RouterOS have further capitals.
    if first.first?.isUppercase == true, !first.dropFirst().contains(where: \.isUppercase) {
      throw error("'message' begins with a capital; write '\(first.lowercased())'", word.span)
    }
    return word
  }

  func optional<Value>(
    _ node: Node, _ key: String, _ read: (Node) throws(SourceError) -> Value
  ) throws(SourceError) -> Value? {
    guard let child = node[key] else { return nil }
    return try read(child)
  }

  func word(_ node: Node) throws(SourceError) -> Word {
    guard let text = node.text else { throw error("expected text", node.span) }
    return Word(text: text, span: node.span)
  }

  /// One word, or several in a list.
  func words(_ node: Node) throws(SourceError) -> [Word] {
    guard let items = node.items else { return [try word(node)] }
    var words: [Word] = []
    for item in items { words.append(try word(item)) }
    return words
  }

  func id(_ node: Node) throws(SourceError) -> Word {
    let word = try required(node, "id")
    let isKebab = word.text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
      part in
      !part.isEmpty && part.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    }
    guard isKebab else {
      throw error("'\(word.text)' is no id; expected lower-case words joined by '-'", word.span)
    }
    return word
  }

  func severity(_ node: Node) throws(SourceError) -> Severity {
    let word = try required(node, "severity")
    if let severity = Severity(rawValue: word.text) { return severity }
    throw error(
      unknownWord(word.text, "severity", among: Severity.allCases.map(\.rawValue)), word.span)
  }
}
