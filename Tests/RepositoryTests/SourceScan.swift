/// What a Swift file says, as far as the rules of the house ask; by lines, without comments.
struct SourceScan {
  /// The lines of code, each with its number from 1: without comments, literals left in.
  let lines: [(number: Int, text: String)]

  init(_ file: RepositoryFile) {
    lines = file.lines.enumerated().map { ($0 + 1, Self.withoutComment($1)) }
  }

  /// The modules it imports, whatever stands before `import` and behind the name: attributes, access,
  /// the kind of a single declaration, a comment, a semicolon.
  var imports: [(number: Int, module: String)] {
    lines.flatMap { number, text in
      text.split(separator: ";").compactMap { statement -> (Int, String)? in
        let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy(Self.mayStandBeforeImport)
        else { return nil }
        let rest = words[(place + 1)...]
        let name = rest.first { !Self.kinds.contains($0) } ?? ""
        return (number, name.split(separator: ".").first.map(String.init) ?? "")
      }
    }
  }

  /// The lines that use one of `words`, whole: not as the end or the beginning of a longer name.
  func uses(of words: [String]) -> [(number: Int, word: String)] {
    lines.flatMap { number, text in
      words.filter { Self.holds(text, $0) }.map { (number, $0) }
    }
  }

  private static let kinds: Set<String> = [
    "actor", "class", "enum", "func", "let", "macro", "protocol", "struct", "typealias", "var",
  ]

  private static func mayStandBeforeImport(_ word: String) -> Bool {
    word.hasPrefix("@")
      || ["fileprivate", "internal", "package", "private", "public"].contains(word)
  }

  /// A line up to `//`, unless that stands in a literal.
  private static func withoutComment(_ line: String) -> String {
    var quotes = 0
    var previous: Character?
    for index in line.indices {
      if line[index] == "\"", previous != "\\" { quotes += 1 }
      if line[index...].hasPrefix("//"), quotes.isMultiple(of: 2) { return String(line[..<index]) }
      previous = line[index]
    }
    return line
  }

  private static func holds(_ text: String, _ word: String) -> Bool {
    text.ranges(of: word).contains { range in
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      let isOfName = { (character: Character) in character.isLetter || character == "_" }
      let startsName = word.first.map(isOfName) ?? false
      let endsName = word.last.map(isOfName) ?? false
      return !(startsName && (isOfName(before) || before == ".")) && !(endsName && isOfName(after))
    }
  }
}
