/// What the words of a typed command tell before it is parsed.
struct TypedCommand {
  /// The words outside strings and brackets, each with what stands in them.
  private let words: [ArraySlice<UInt8>]
  /// Whether a string or a bracket is still open at the end.
  let isOpen: Bool
  /// The place of the first word that is always a command.
  private let verbPlace: Int?

  init(_ text: [UInt8]) {
    (words, isOpen) = Self.split(text)
    verbPlace = words.firstIndex { Self.commands.contains(Self.withoutPath($0)) }
  }

  /// Whether it only shows something, so that it is complete as it stands and the next line is output.
  var onlyShows: Bool {
    guard let place = showingPlace else { return false }
    return words[..<place].allSatisfy { $0.allSatisfy { $0.isCommandByte || $0 == .slash } }
      && !words.contains { $0.contains(where: Self.runsMore.contains) }
  }

  /// The word it shows something with, when that is none that is always a command: `ping`, which is also
  /// the name of a menu, so that it must stand at the root or in `/tool`.
  var tool: ArraySlice<UInt8>? {
    guard onlyShows, let place = showingPlace else { return nil }
    if place == placeOfShortPrint { return ArraySlice("print".utf8) }
    let word = Self.withoutPath(words[place])
    return Self.tools.contains(word) ? word : nil
  }

  /// Whether it changes something with arguments that are all in order, so that its last line was the
  /// rest of it and no output.
  var isWellFormedChange: Bool {
    guard !isOpen, let verbPlace else { return false }
    let isPath = words[..<verbPlace].allSatisfy {
      $0.allSatisfy { $0.isCommandByte || $0 == .slash }
    }
    let verb = Self.withoutPath(words[verbPlace])
    return isPath && Self.changes.contains(verb)
      && arguments(behind: verbPlace).allSatisfy(Self.isProperty)
  }

  /// Whether all its words behind the command and the entry it applies to are properties, as a router prints
  /// them.
  var givesProperties: Bool {
    guard let verbPlace else { return false }
    return arguments(behind: verbPlace).allSatisfy {
      Self.isProperty($0) || CommandWords.isFlag(Array($0))
    }
  }

  /// The words behind the command at `verbPlace`, without the entry that it applies to.
  private func arguments(behind verbPlace: Int) -> ArraySlice<ArraySlice<UInt8>> {
    let arguments = words[(verbPlace + 1)...]
    let isAddition = Self.withoutPath(words[verbPlace]).elementsEqual("add".utf8)
    let hasTarget = !isAddition && arguments.first.map { !Self.isProperty($0) } ?? false
    return arguments.dropFirst(hasTarget ? 1 : 0)
  }

  /// Where `print` stands in short, behind a path that may be in short, too: `ip add pr`.
  private var placeOfShortPrint: Int? {
    guard let word = words.last, 2..<5 ~= word.count, "print".utf8.starts(with: word) else {
      return nil
    }
    return words.count - 1
  }

  private var showingPlace: Int? {
    if let placeOfShortPrint { return placeOfShortPrint }
    if let verbPlace {
      return Self.readers.contains(Self.withoutPath(words[verbPlace])) ? verbPlace : nil
    }
    let place = words.prefix(2).firstIndex { Self.tools.contains(Self.withoutPath($0)) }
    guard let place else { return nil }
    let path = words[...place].joined(separator: [.slash])
      .split { $0 == .slash || $0 == .colon }.dropLast()
    let isAtRoot = path.isEmpty || (path.count == 1 && path[0].elementsEqual("tool".utf8))
    return isAtRoot ? place : nil
  }

  private static func withoutPath(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let slash = word.lastIndex(where: { $0 == .slash || $0 == .colon }),
      word[..<slash].allSatisfy({ $0.isCommandByte || $0 == .slash })
    else { return word }
    return word[(slash + 1)...]
  }

  /// `name=value` or `!name`.
  private static func isProperty(_ word: ArraySlice<UInt8>) -> Bool {
    let isUnset = word.first == .exclamationMark
    let name = word.dropFirst(isUnset ? 1 : 0).prefix { $0.isNameByte || $0 == .dot }
    let next = word.dropFirst(name.count + (isUnset ? 1 : 0)).first
    guard !name.isEmpty, isUnset ? next == nil : next == .equals else { return false }
    let value = word.dropFirst(name.count + 1)
    let isPlain = value.first.map { $0 != .quote && $0 != .dollar && $0.closer == nil } ?? true
    return isUnset || !isPlain || !value.contains(.quote)
  }

  /// The words, and whether something is open at the end.
  private static func split(_ text: [UInt8]) -> (words: [ArraySlice<UInt8>], isOpen: Bool) {
    var words: [ArraySlice<UInt8>] = []
    var openers: [UInt8] = []
    var start: Int?
    var index = 0
    while index < text.count {
      let byte = text[index]
      if openers.isEmpty, byte <= .space {
        if let begin = start { words.append(text[begin..<index]) }
        start = nil
      } else if byte == .backslash {
        // What a backslash hides at the end of a line is a blank between words.
        let isContinuation = index + 1 < text.count && text[index + 1] <= .space
        if !isContinuation { start = start ?? index }
        index += isContinuation ? 0 : 1
      } else {
        start = start ?? index
        nest(byte, &openers)
      }
      index += 1
    }
    if let begin = start { words.append(text[begin...]) }
    return (words, !openers.isEmpty)
  }

  private static func nest(_ byte: UInt8, _ openers: inout [UInt8]) {
    if let opener = openers.last, byte == (opener == .quote ? .quote : opener.closer) {
      openers.removeLast()
    } else if openers.last != .quote, byte == .quote || byte.closer != nil {
      openers.append(byte)
    }
  }

  private static func names(_ words: [String]) -> Set<ArraySlice<UInt8>> {
    Set(words.map { ArraySlice(Array($0.utf8)) })
  }

  /// What makes a command run others.
  private static let runsMore = Array(";[{".utf8)
  private static let commands = names(CommandWords.words)
  /// Commands that print, and change nothing.
  private static let readers = names([
    "check-for-updates", "export", "fetch", "find", "get", "monitor", "monitor-traffic", "print",
    "scan",
  ])
  private static let changes = names(Array(changingVerbs))
  /// Commands of the root and of `/tool` that print, and change nothing.
  private static let tools = names([
    "bandwidth-test", "flood-ping", "ip-scan", "mac-scan", "ping", "ping-speed", "profile",
    "resolve", "torch", "traceroute",
  ])
}
