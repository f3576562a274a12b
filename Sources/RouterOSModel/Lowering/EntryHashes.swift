import RouterOSSyntax

extension Entry {
  /// Whether both are one line, and written alike: then they are the same, whatever the line says.
  public func isWritten(like other: Entry) -> Bool {
    guard let line, let otherLine = other.line else { return false }
    return line.isWritten(like: otherLine)
  }

  /// The properties that may differ from those of `other`, sorted.
  ///
  /// Of two lines that write the same ones in the same order these are the ones whose values are written
  /// differently; else all that are written.
  public func propertiesThatMayDiffer(from other: Entry) -> [String] {
    if let line, let otherLine = other.line {
      if line.isWritten(like: otherLine) { return [] }
      if let names = line.namesOfDifferences(from: otherLine) { return names }
    }
    return Set(writtenProperties).union(other.writtenProperties).sorted()
  }
}

extension Statement {
  /// The properties whose values are written differently, sorted; nil unless both write the same ones in the
  /// same order.
  fileprivate func namesOfDifferences(from other: Statement) -> [String]? {
    guard arguments.count == other.arguments.count else { return nil }
    var names: Set<String> = []
    for (left, right) in zip(arguments, other.arguments) {
      guard let name = left.name, name == right.name else { return nil }
      if !left.isValueWritten(like: right) { names.insert(name) }
    }
    return names.sorted()
  }
}

/// Hashes by which entries of one menu, in two exports, are found again.
///
/// Each spelling of a value is brought into its one form only once. Hashes hold for one run of the program,
/// and may collide: who goes by them must look again.
public struct EntryHashes {
  private var facts = PropertyFacts()
  private struct Spelling: Hashable {
    let type: ValueType
    let hash: UInt64
  }

  private var values: [Spelling: UInt64] = [:]

  /// No hash is known yet.
  public init() {}

  /// The hash of the one line that writes an entry, byte by byte; nil for any other entry.
  public func line(of entry: Entry) -> UInt64? { entry.line?.hashOfBytes }

  /// The hash of what identifies an entry; nil where RouterOS enforces nothing.
  public func identity(of entry: Entry) -> UInt64? { entry.identityParts.map(Self.hash) }

  /// The hash of the name that an entry bears which the export only addresses; nil for any other.
  public func nameOfAddressed(_ entry: Entry) -> UInt64? {
    entry.selector == nil ? nil : entry.comparedValue("name").text.map(hashOfText)
  }

  /// The hash of what some properties of an entry say; nil when one is empty or not known.
  public func values(of properties: [String], in entry: Entry) -> UInt64? {
    var parts: [String] = []
    for property in properties {
      guard let text = entry.statedValue(property).text, !text.isEmpty else { return nil }
      parts.append(text)
    }
    return Self.hash(parts)
  }

  /// The hash of how one line spells some properties; nil where it leaves one out.
  public func spelling(of properties: [String], in entry: Entry) -> UInt64? {
    guard let line = entry.line else { return nil }
    var hash: UInt64 = 0
    for property in properties {
      guard let argument = line.lastArgument(named: property) else { return nil }
      hash = mixed(hash, argument.hashOfWrittenValue)
    }
    return hash
  }

  private static func hash(_ parts: [String]) -> UInt64 {
    parts.reduce(0) { mixed($0, hashOfText($1)) }
  }

  /// The hash of what an entry says, defaults left out: entries that say the same in whatever spelling and
  /// order have the same. Without secrets, if not asked for.
  public mutating func content(of entry: Entry, withSecrets: Bool = true) -> UInt64 {
    if let line = entry.line, let hash = hash(of: line, entry.context, withSecrets) { return hash }
    var sum: UInt64 = 0
    for property in entry.writtenProperties {
      guard withSecrets || !entry.menu.isSecret(property), !entry.isDefault(property),
        let text = entry.statedValue(property).text
      else { continue }
      sum &+= mixed(hashOfText(property), hashOfText(text))
    }
    for name in [entry.builtIn?.name, entry.selector] {
      if let name { sum = mixed(sum, hashOfText(name)) }
    }
    return sum
  }

  /// The hash of an entry that is one line; nil for a line that writes a property twice, or by a bare word.
  private mutating func hash(
    of line: Statement, _ context: EntryContext, _ withSecrets: Bool
  ) -> UInt64? {
    facts.beginLine()
    var sum: UInt64 = 0
    for argument in line.arguments {
      guard let property = facts.next(argument, context) else { return nil }
      guard argument.kind == .pair, withSecrets || !property.isSecret else { continue }
      let value = value(of: argument, property.type)
      if value != property.fallback { sum &+= mixed(property.name, value) }
    }
    return sum
  }

  /// The hash of each property of an entry with its value, defaults and secrets left out; without secrets,
  /// their sum is the content of an entry that is added.
  public mutating func features(of entry: Entry) -> [UInt64] {
    if let line = entry.line, let features = features(of: line, entry.context) { return features }
    return entry.writtenProperties.compactMap { property in
      guard !entry.menu.isSecret(property), !entry.isDefault(property),
        let text = entry.statedValue(property).text
      else { return nil }
      return mixed(hashOfText(property), hashOfText(text))
    }
  }

  /// The hash of one property of an entry with its value, as among ``features(of:)``; zero for a default.
  public func feature(_ property: String, of entry: Entry) -> UInt64 {
    guard !entry.isDefault(property), let text = entry.statedValue(property).text else { return 0 }
    return mixed(hashOfText(property), hashOfText(text))
  }

  /// The hash of a text.
  public func text(_ text: String) -> UInt64 { hashOfText(text) }

  private mutating func features(of line: Statement, _ context: EntryContext) -> [UInt64]? {
    facts.beginLine()
    var features: [UInt64] = []
    for argument in line.arguments {
      guard let property = facts.next(argument, context) else { return nil }
      guard argument.kind == .pair, !property.isSecret else { continue }
      let value = value(of: argument, property.type)
      if value != property.fallback { features.append(mixed(property.name, value)) }
    }
    return features
  }

  private mutating func value(of argument: Argument, _ type: ValueType) -> UInt64 {
    if type.isComparedAsWritten, let hash = argument.hashOfPlainText { return hash }
    let spelling = Spelling(type: type, hash: argument.hashOfWrittenValue)
    if let known = values[spelling] { return known }
    let hash = hashOfText(type.canonical(argument.value))
    values[spelling] = hash
    return hash
  }
}
