public import Diagnostics
public import SourceText

/// Reads a YAML file of one document, held narrow: no tags, anchors, aliases, doubled keys, empty
/// values or text cut short by a comment, so that nothing means something else than it looks like.
///
/// Throws one clear sentence with a place. Linear in the size of the file; `limits` bound the rest.
public func readYAML(_ file: SourceFile, limits: Limits = Limits()) throws(SourceError) -> Node {
  guard file.bytes.count <= limits.bytes else {
    throw SourceError("the file is larger than \(limits.bytes) bytes", at: Span(0, 0), in: file)
  }
  if let place = placeOfNoText(in: file.bytes) {
    throw SourceError("expected text in UTF-8", at: Span(place, place + 1), in: file)
  }
  var builder = Builder(file, limits)
  try readEvents(file) { event throws(SourceError) in try builder.take(event) }
  guard let root = builder.root else {
    throw SourceError("the file holds nothing; expected a mapping", at: Span(0, 0), in: file)
  }
  return root
}

/// The first byte that is no text: NUL, or one that does not belong to UTF-8. Nil when there is none.
private func placeOfNoText(in bytes: [UInt8]) -> Int? {
  if let place = bytes.firstIndex(of: 0) { return place }
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var decoder = UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var place = 0
  while true {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let scalar): place += scalar.count
    case .error, .emptyInput: return min(place, bytes.count - 1)
    }
  }
}

/// Puts events together. Open collections wait on a stack, so that depth costs no recursion.
private struct Builder {
  private struct Open {
    var span: Span
    var isMapping: Bool
    var items: [Node] = []
    var pairs: [Node.Pair] = []
    var places: [String: Span] = [:]
    var key: Node?
  }

  let file: SourceFile
  let limits: Limits
  private(set) var root: Node?
  private var stack: [Open] = []
  private var count = 0

  init(_ file: SourceFile, _ limits: Limits) {
    self.file = file
    self.limits = limits
  }

  mutating func take(_ event: Event) throws(SourceError) {
    switch event.kind {
    case .scalar(let text, let isPlain):
      if isPlain { try checkPlain(text, event.span) }
      try add(Node(content: .scalar(text), span: event.span))
    case .open(let isMapping):
      guard stack.count < limits.depth else {
        throw error("nested deeper than \(limits.depth) levels", event.span)
      }
      stack.append(Open(span: event.span, isMapping: isMapping))
    case .close:
      guard let open = stack.popLast() else { return }
      let content: Node.Content = open.isMapping ? .mapping(open.pairs) : .sequence(open.items)
      try add(Node(content: content, span: open.span.union(event.span)))
    }
  }

  private mutating func add(_ node: Node) throws(SourceError) {
    count += 1
    guard count <= limits.nodes else {
      throw error("more than \(limits.nodes) values", node.span)
    }
    guard var open = stack.popLast() else {
      guard root == nil else { throw error("a second document; expected one", node.span) }
      root = node
      return
    }
    if !open.isMapping {
      open.items.append(node)
    } else if let key = open.key {
      open.pairs.append(Node.Pair(key: key, value: node))
      open.key = nil
    } else {
      try checkKey(node, &open)
      open.key = node
    }
    stack.append(open)
  }

  private func checkKey(_ node: Node, _ open: inout Open) throws(SourceError) {
    guard let text = node.text else { throw error("a key must be text", node.span) }
    if text == "<<" { throw error("merge keys are not allowed; write the keys out", node.span) }
    if let first = open.places.updateValue(node.span, forKey: text) {
      throw SourceError(
        "key '\(text)' stands twice in this mapping", at: node.span, in: file,
        related: [Label(file, first, "the first")])
    }
  }

  private func checkPlain(_ text: String, _ span: Span) throws(SourceError) {
    if text.isEmpty {
      let key = stack.last?.key?.text.map { "'\($0)'" } ?? "this"
      let place = Int(span.start)
      let isInBraces = place < file.bytes.count && file.bytes[place] == UInt8(ascii: "}")
      let hint =
        isInBraces ? "if '{…}' is meant as text, quote it" : "write \"\" for the empty text"
      throw error("\(key) has no value; \(hint)", span)
    }
    // Only the blanks behind it are looked at: a line may hold very many texts.
    let blanks = file.bytes[Int(span.end)...].prefix { $0 == 0x20 || $0 == 0x09 }
    if !blanks.isEmpty, blanks.endIndex < file.bytes.count, file.bytes[blanks.endIndex] == 0x23 {
      throw error(
        "the text behind ' #' is a comment; quote it, or put the comment on its own line", span)
    }
  }

  private func error(_ message: String, _ span: Span) -> SourceError {
    SourceError(message, at: span, in: file)
  }
}
