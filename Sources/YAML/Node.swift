public import SourceText

/// A value of a YAML file with its place. Scalars stay text: what `no` means is for the reader to say.
public struct Node: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// Text, plain or quoted.
    case scalar(String)
    /// Values in order.
    case sequence([Node])
    /// Keys with their values, in the order written; no key stands twice.
    case mapping([Pair])
  }

  /// One key of a mapping with its value.
  public struct Pair: Sendable {
    /// The key; its content is a scalar.
    public let key: Node
    /// The value.
    public let value: Node
  }

  /// What the node holds.
  public let content: Content
  /// Its bytes in the file.
  public let span: Span

  /// The text of a scalar; nil for anything else.
  public var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The values of a sequence; nil for anything else.
  public var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The pairs of a mapping; nil for anything else.
  public var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of `key` in a mapping. Linear in the number of pairs.
  public subscript(key: String) -> Node? { pairs?.first { $0.key.text == key }?.value }
}

/// How much of YAML is read before a file is refused.
public struct Limits: Sendable {
  /// How deep sequences and mappings may nest.
  public var depth = 64
  /// How many scalars, sequences and mappings there may be.
  public var nodes = 200_000
  /// The size of a file in bytes.
  public var bytes = 4 << 20

  /// The limits that suit policies written by people.
  public init() {}
}
