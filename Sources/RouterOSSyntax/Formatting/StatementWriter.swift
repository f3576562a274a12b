/// Writes statements of one script as RouterOS prints them.
///
/// Properties stand in the order of their bytes, as in every export that a machine made; `!name` is
/// ordered as `name`, and a word without a value as itself. A property that is given twice is kept
/// twice, in order: the last one counts, and RouterOS itself has printed such lines.
struct StatementWriter {
  /// One name of the script's table, and what the order and the shorthand need of it.
  private struct Name {
    let bytes: [UInt8]
    /// Its place among all names in the order of bytes.
    var rank = 0
    /// How long the part before its last dot is; zero without one.
    let prefixLength: Int
  }

  private let script: Script
  /// How to write; whether a menu stands before a command is said for each statement.
  var layout: Layout
  private let names: [Name]
  /// The arguments of the statement at hand, reordered; kept to be used again.
  private var order: [Int] = []

  init(_ script: Script, _ layout: Layout) {
    self.script = script
    self.layout = layout
    var names = script.names.map { name in
      let bytes = Array(name.utf8)
      return Name(bytes: bytes, prefixLength: bytes.lastIndex(of: .dot) ?? 0)
    }
    let sorted = names.indices.sorted {
      names[$0].bytes.lexicographicallyPrecedes(names[$1].bytes)
    }
    for (rank, index) in sorted.enumerated() { names[index].rank = rank }
    self.names = names
  }

  /// Writes a menu line.
  func writeSection(_ menu: String, to writer: inout LineWriter) {
    writePath(menu, to: &writer)
    writer.endLine()
  }

  /// Writes the statement at `index`, with the path of its menu before the command when `isInline`.
  mutating func write(_ index: Int, isInline: Bool, to writer: inout LineWriter) {
    let statement = script.statement(index)
    if isInline { writePath(statement.menu, to: &writer) }
    writer.writeWord(statement.verb.utf8)
    let target = statement.target
    if let target { write(target: target, of: statement, to: &writer) }
    sortArguments(of: statement, from: target.map { $0.index + 1 })
    var prefix: ArraySlice<UInt8> = []
    for index in order { write(script.argument(index), of: statement, &prefix, to: &writer) }
    writer.endLine()
  }

  /// `/ip/address` as `/ip address`, word by word.
  private func writePath(_ menu: String, to writer: inout LineWriter) {
    let words = menu.utf8.split(separator: .slash)
    guard let first = words.first else { return writer.writeWord([.slash]) }
    writer.writeWord([.slash] + first)
    for word in words.dropFirst() { writer.writeWord(word) }
  }

  /// What `set` applies to: the words of a search, or a name, a number or an internal id.
  private func write(
    target: Argument, of statement: Statement, to writer: inout LineWriter
  ) {
    if target.isCode, let search = Search(target) {
      for word in search.words { writer.writeWord(word) }
    } else {
      var value = encode(target, of: statement)
      if !value.isQuoted, value.bytes.first == .exclamationMark {
        value = EncodedValue(bytes: [.quote] + value.bytes + [.quote], isQuoted: true)
      }
      writer.writeValue(value)
    }
  }

  private mutating func sortArguments(of statement: Statement, from first: Int?) {
    let arguments = statement.arguments
    let start = arguments.first?.index ?? 0
    let indices = (first ?? start)..<(start + arguments.count)
    order.removeAll(keepingCapacity: true)
    order += indices
    if zip(indices, indices.dropFirst()).allSatisfy({ !precedes($1, $0) }) { return }
    // The index decides between equal names, so that repeated ones keep their order.
    order = indices.sorted { precedes($0, $1) || (!precedes($1, $0) && $0 < $1) }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (script.argumentRecords[left], script.argumentRecords[right])
    if left.kind != .positional, right.kind != .positional {
      return names[Int(left.name)].rank < names[Int(right.name)].rank
    }
    return sortKey(left).lexicographicallyPrecedes(sortKey(right))
  }

  private func sortKey(_ record: ArgumentRecord) -> ArraySlice<UInt8> {
    guard record.kind == .positional else { return names[Int(record.name)].bytes[...] }
    let written = script.text[Int(record.start)..<Int(record.end)]
    return record.form == .escaped ? withoutContinuations(written)[...] : written
  }

  private func write(
    _ argument: Argument, of statement: Statement, _ prefix: inout ArraySlice<UInt8>,
    to writer: inout LineWriter
  ) {
    let name = names[Int(argument.record.name)]
    switch argument.kind {
    case .positional: writer.writeWord(argument.valueBytes)
    case .unset: writer.writeWord([.exclamationMark] + name.bytes)
    case .pair:
      let ownPrefix = name.bytes[..<name.prefixLength]
      let isShort = layout.usesShorthand && !ownPrefix.isEmpty && ownPrefix == prefix
      writer.writeName(isShort ? name.bytes[name.prefixLength...] : name.bytes[...])
      if !ownPrefix.isEmpty { prefix = ownPrefix }
      writer.writeValue(encode(argument, of: statement))
    }
  }

  private func encode(_ argument: Argument, of statement: Statement) -> EncodedValue {
    encodeValue(argument.valueBytes, width: layout.width, wasQuoted: argument.isQuoted)
  }
}
