public import SourceText

/// Why something cannot be known, and what would settle it.
public struct Cause: Hashable, Sendable {
  /// What cannot be known, in lower case without a full stop.
  public let reason: String
  /// What would settle it, as advice.
  public let remedy: String

  /// A cause with its remedy.
  public init(_ reason: String, remedy: String) {
    self.reason = reason
    self.remedy = remedy
  }

  static let hiddenSecrets = Cause(
    "this export leaves secrets out",
    remedy: "export with show-sensitive (RouterOS 7), keep that file out of git, and audit it")

  static func gap(_ menu: String) -> Cause {
    if menu == "/" {
      return Cause(
        "a statement that may change any menu could not be read or followed",
        remedy: "mend it, or export the router again")
    }
    return Cause(
      "a statement that concerns '\(menu)' could not be read or followed",
      remedy: "mend it, or export the router again")
  }

  static func undocumented(_ property: String) -> Cause {
    Cause(
      "nobody documents what '\(property)' is when an export leaves it out",
      remedy: "write '\(property)' on the router")
  }
}

/// One value of a row, with the place that gave it.
public struct Cell: Sendable {
  /// What is known of the value.
  public enum Content: Sendable {
    /// It has these values: one, or for a list any number.
    case known([String])
    /// It certainly has none.
    case unset
    /// Nothing that was read tells.
    case unknown(Cause)
  }

  /// What is known.
  public let content: Content
  /// How its values are compared.
  public let type: ValueType
  /// The bytes that gave the value; nil when no line did.
  public let evidence: Span?
  /// Whether the value is a default that the export leaves out.
  public let isDefault: Bool
  /// The entry that gives the value, when it is another than that of the row: `template 'default'`.
  public internal(set) var giver: String?
  /// Of a list that may hold more than is known, the values that it certainly has.
  public internal(set) var certain: [String] = []

  /// The one value; nil when there is none, or there are several.
  public var text: String? {
    guard case .known(let texts) = content, texts.count == 1 else { return nil }
    return texts[0]
  }

  /// All values; empty when there is none or they are not known.
  public var texts: [String] {
    guard case .known(let texts) = content else { return [] }
    return texts
  }

  /// Why the value is not known; nil when it is.
  var doubt: Cause? {
    if case .unknown(let cause) = content { cause } else { nil }
  }

  /// Why the value that a line gives is not known; nil when it is, or no line gives one.
  var writtenDoubt: Cause? { evidence == nil ? nil : doubt }

  /// Whether the cell is certainly `yes`.
  var isYes: Bool { text == "yes" }

  init(_ content: Content, _ type: ValueType, at evidence: Span? = nil, isDefault: Bool = false) {
    self.content = content
    self.type = type
    self.evidence = evidence
    self.isDefault = isDefault
  }

  /// A list that has these values, and may have others.
  init(atLeast certain: [String], _ cause: Cause, _ type: ValueType, at evidence: Span? = nil) {
    self.init(.unknown(cause), type, at: evidence)
    self.certain = certain
  }

  init(_ text: String?, _ type: ValueType = .text, at evidence: Span? = nil) {
    self.init(text.map { .known([$0]) } ?? .unset, type, at: evidence)
  }

  init(_ isTrue: Bool, at evidence: Span? = nil) {
    self.init(isTrue ? "yes" : "no", .boolean, at: evidence)
  }

  /// Whether one of several is `yes`: known as soon as one is.
  init(anyOf cells: [Cell], at evidence: Span?) {
    if let cause = cells.lazy.compactMap(\.doubt).first, !cells.contains(where: \.isYes) {
      self.init(.unknown(cause), .boolean, at: evidence)
    } else {
      self.init(cells.contains(where: \.isYes), at: evidence)
    }
  }

  /// The property of an entry as a cell.
  init(_ property: String, of entry: Entry) {
    self.init(property, of: entry, as: entry.menu.properties[property])
  }

  /// The same, where it was looked up already what the catalogue says of the property.
  init(_ property: String, of entry: Entry, as known: Property?) {
    let value = entry.value(property, as: known)
    let type = known?.type ?? .text
    switch value.origin {
    case .written(let span):
      self.init(.known(Self.values(value.text ?? "", type)), type, at: span)
    case .defaulted:
      self.init(.known(Self.values(value.text ?? "", type)), type, isDefault: true)
    case .unset: self.init(.unset, type)
    case .hidden: self.init(.unknown(.hiddenSecrets), type)
    case .unknown where value.cause == nil && !entry.has(property): self.init(.unset, type)
    case .unknown:
      let evidence = value.cause.flatMap { _ in entry.place(of: property) }
      self.init(.unknown(value.cause ?? .undocumented(property)), type, at: evidence)
    }
  }

  private static func values(_ text: String, _ type: ValueType) -> [String] {
    text.isEmpty ? [] : type.elements(of: text)
  }
}
