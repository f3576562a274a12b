import Diagnostics
import SourceText
import YAML

/// What all files of a policy are read by.
extension RuleReader {
  /// Refuses keys that mean nothing, with the nearest that does.
  func check(_ node: Node, _ form: Form, what: String) throws(SourceError) {
    guard let pairs = node.pairs else {
      throw error("expected a mapping for this \(what)", node.span)
    }
    let keys = form.fields.map(\.name)
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

  /// Those behind a key, each once; none when it is left out.
  func words(_ node: Node, _ key: String) throws(SourceError) -> [Word] {
    let words = try optional(node, key, words) ?? []
    var seen: Set<String> = []
    for word in words where !seen.insert(word.text).inserted {
      throw error("'\(word.text)' stands twice in '\(key)'", word.span)
    }
    return words
  }

  /// One of a few words.
  func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node) throws(SourceError)
    -> Choice
  {
    try oneOf(node, called: "value")
  }

  func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, called what: String
  ) throws(SourceError) -> Choice {
    let word = try word(node)
    if let choice = Choice(rawValue: word.text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw error(unknownWord(word.text, what, among: words), word.span)
  }
}
