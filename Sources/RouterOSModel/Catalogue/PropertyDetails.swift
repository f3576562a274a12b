import RouterOSSyntax

/// What a line of the catalogue says of a property beyond what every export needs.
final class PropertyDetails: Sendable {
  /// Whether it can be left without a value.
  let isUnsettable: Bool
  /// Whether to leave it without a value is another thing than its default.
  let isOffWhenUnset: Bool
  /// The menu whose entries it names.
  let reference: String?
  /// The menus whose entries it may name instead.
  let otherReferences: [String]
  /// The least and the greatest value, as the type counts; of words and ports, the numbers among them.
  let bounds: ClosedRange<Int>?
  /// The releases that have it.
  let releases: ReleaseRange
  /// The words that RouterOS offers, in the order of the catalogue.
  let words: [String]
  /// The same words, to look one up.
  let wordsKnown: Set<String>
  /// Whether it takes other words than those that are offered.
  let takesOtherWords: Bool
  /// Whether anybody says which words it takes beside the values of its type.
  let speaksOfWords: Bool
  /// What may stand behind its numbers, such as `%`.
  let unit: String?
  /// What it is called in the major versions.
  let names: NameByMajor

  /// Reads the line again, the name and the type of which are known.
  init(of line: Substring, _ type: ValueType) {
    let draft = Draft(line, type)
    isUnsettable = draft.isUnsettable
    isOffWhenUnset = draft.isOffWhenUnset
    let references = draft.reference?.split(separator: "|").map { String($0) } ?? []
    reference = references.first
    otherReferences = Array(references.dropFirst())
    bounds = draft.bounds
    releases = draft.releases
    words = draft.offered.split(separator: "|").map { String($0) }.filter { $0 != "..." }
    wordsKnown = Set(words)
    speaksOfWords = !draft.offered.isEmpty
    takesOtherWords = draft.offered.isEmpty || draft.offered.hasSuffix("...")
    unit = draft.unit
    names = draft.names
  }

  /// Whether every word of a line says something that is understood.
  static func isSound(_ line: Substring, _ type: ValueType) -> Bool { Draft(line, type).isSound }
}

/// The details of a property while their line is read.
private struct Draft {
  var isUnsettable = false
  var isOffWhenUnset = false
  var reference: String?
  var bounds: ClosedRange<Int>?
  var releases = ReleaseRange.all
  var offered = ""
  var unit: String?
  var names = NameByMajor()
  private(set) var isSound = true
  private var hasDefault = false

  init(_ line: Substring, _ type: ValueType) {
    var words = CatalogueWords(line)
    _ = (words.next(), words.next())
    while let word = words.next() {
      if !take(word, &words, type) { isSound = false }
    }
  }

  private mutating func take(
    _ word: Substring, _ words: inout CatalogueWords, _ type: ValueType
  ) -> Bool {
    switch word {
    case "secret": return true
    case "unsettable": isUnsettable = true
    case "off-when-unset": isOffWhenUnset = true
    case "unset", "unknown": hasDefault = true
    case "->": reference = words.next().map { String($0) }
    case "v6:": names.six = words.next().map { String($0) }
    case "v7:": names.seven = words.next().map { String($0) }
    case "unit:": unit = words.next().map { String($0) }
    default: return takeByShape(word, &words, type)
    }
    return word.utf8.first != UInt8(ascii: "-") && word.utf8.last != UInt8(ascii: ":")
      || [reference, names.six, names.seven, unit].contains { $0 != nil }
  }

  private mutating func takeByShape(
    _ word: Substring, _ words: inout CatalogueWords, _ type: ValueType
  ) -> Bool {
    switch word.utf8.first {
    case UInt8(ascii: "("):
      guard word.utf8.last == UInt8(ascii: ")"), word.utf8.count > 2 else { return false }
      offered = String(word.dropFirst().dropLast())
    case UInt8(ascii: "="):
      hasDefault = true
      let release = word.dropFirst()
      return words.next() != nil && (release.isEmpty || RouterOSVersion(leading: release) != nil)
    case UInt8(ascii: "@"):
      return hasDefault && DefaultSource(rawValue: String(word.dropFirst())) != nil
    default:
      if let bounds = Self.bounds(word, of: type) {
        self.bounds = bounds
      } else if let releases = ReleaseRange(word) {
        self.releases = releases
      } else {
        return false
      }
    }
    return true
  }

  /// Reads `1..4094` or `1s..`; nil when it is no range of the type.
  private static func bounds(_ word: Substring, of type: ValueType) -> ClosedRange<Int>? {
    guard let dot = word.utf8.indices.first(where: { word[$0...].hasPrefix("..") }) else {
      return nil
    }
    let upper = word[dot...].dropFirst(2)
    let holdsNumbers = [.choice, .grants, .numbers, .ports, .protocol, .set].contains(type)
    let type = holdsNumbers ? .integer : type
    guard let low = type.order(of: String(word[..<dot])),
      let high = upper.isEmpty ? Int.max : type.order(of: String(upper)), low <= high
    else { return nil }
    return low...high
  }
}
