import RouterOSSyntax
import SourceText

/// The search for all that a script keeps secret, by what it says: names of properties, of variables, of
/// fields in texts, and lines that cannot be read.
struct SecretSearch {
  /// The bytes that are secret or may be, in no order.
  private(set) var hidden: [HiddenSpan] = []
  /// The secrets themselves.
  private(set) var known = KnownSecrets()
  /// The menus that lines name which may be a part of a secret.
  private(set) var hiddenMenus: Set<String> = []

  private let file: SourceFile
  private let catalogue: Catalogue
  private var secrets: SecretProperties

  /// How deep values nest that are read; below, everything behind the name of a secret is hidden.
  static let deepest = 16

  /// Shorter values that give nothing a name hold no token.
  private static let shortestToken = 16

  init(_ script: Script, _ catalogue: Catalogue) {
    file = script.file
    self.catalogue = catalogue
    secrets = SecretProperties(of: script, catalogue)
    search(script, depth: 0)
  }

  private mutating func search(_ script: Script, depth: Int) {
    let comments = script.comments.map(\.span).filter { holdsSecret(comment: $0) }
    var torn = TornLines(script, catalogue, secretComments: comments.map(\.start))
    var menu = catalogue.menu("/")
    for statement in script.statements {
      hide(torn.tornSections(before: statement.span.start))
      // Lines of a menu follow each other, and to compare paths is cheaper than to look one up.
      if menu.path != statement.menu { menu = catalogue.menu(statement.menu) }
      let assigned = assignedSecrets(of: statement)
      let writesSecret =
        assigned != nil || statement.arguments.contains { secrets.contain($0, in: menu) }
      if torn.takes(statement, menu, writesSecret: writesSecret) {
        hide(unreadable: statement, menu)
      } else {
        search(statement, writesSecret ? menu : nil, menu, assigned, depth: depth)
      }
    }
    hide(torn.tornSections(before: .max))
  }

  private mutating func hide(_ sections: [Section]) {
    for section in sections {
      hidden.append(HiddenSpan(section.span, .unreadable))
      hiddenMenus.insert(section.menu)
      known.add(Array(file.bytes[section.span.range]))
    }
  }

  private mutating func hide(unreadable statement: Statement, _ menu: Menu) {
    hidden += hiddenSpans(ofUnreadable: statement, menu)
    let text = SecretsInText(Array(file.bytes[statement.span.range]))
    for value in text.values { known.add(Array(value)) }
    for argument in statement.arguments where menu.isSecret(argument) { know(argument) }
  }

  /// Searches the arguments of a statement; `suspect` is its menu if any of them may be secret by its name.
  private mutating func search(
    _ statement: Statement, _ suspect: Menu?, _ menu: Menu, _ assigned: AssignedSecrets?,
    depth: Int
  ) {
    var followsSecret = false
    for argument in statement.arguments {
      // What is no property behind a secret may be the rest of one that lost its quotes.
      let isRest = followsSecret && !menu.knows(argument) && canTell(argument, menu)
      let isSecret = suspect.map { secrets.contain(argument, in: $0) } ?? false
      followsSecret = isRest || isSecret
      if isRest {
        hidden.append(HiddenSpan(argument.span, .secret))
        known.add(argument.name.map { Array($0.utf8) } ?? argument.valueBytes)
      } else if argument.valueSpan.isEmpty {
        continue
      } else if assigned?.contains(argument) ?? false {
        hidden.append(HiddenSpan(argument.valueSpan, .secret))
        if assigned?.isCertain ?? false { know(argument) }
      } else if isSecret || !argument.isBareWord || !argument.namesNothing {
        search(argument, of: statement, isSecret, depth: depth)
      }
    }
  }

  /// Whether it is certain that RouterOS has no property of that name.
  private func canTell(_ argument: Argument, _ menu: Menu) -> Bool {
    argument.kind == .positional || menu.isModelled
  }

  private mutating func search(
    _ argument: Argument, of statement: Statement, _ isSecret: Bool, depth: Int
  ) {
    let isBlock = argument.isCode && argument.kind == .positional && opensBlock(argument)
    if isSecret, !isBlock || depth >= Self.deepest {
      hidden.append(HiddenSpan(argument.valueSpan, .secret))
      return know(argument)
    }
    if argument.isCode, argument.isPlainSearch { return }
    if depth < Self.deepest, argument.isCode || argument.isQuoted,
      let script = statement.script(of: argument)
    {
      return search(script, depth: depth + 1)
    }
    let isProse = argument.name == "comment"
    if argument.namesNothing, !isProse, argument.valueSpan.count < Self.shortestToken { return }
    let value = argument.valueBytes
    guard mayNameSecret(value) else { return }
    let found = SecretsInText(value)
    let literal = LiteralSecrets(value, isProse: isProse).found.map(\.range)
    if found.ranges.isEmpty, literal.isEmpty { return }
    let decoded = argument.decodedValue
    hidden += (found.ranges + literal).map { HiddenSpan(decoded.span(of: $0), .secret) }
    for value in found.values + literal.map({ value[$0] }) { known.add(Array(value)) }
  }

  private func opensBlock(_ argument: Argument) -> Bool {
    file.bytes[Int(argument.valueSpan.start)] == UInt8(ascii: "{")
  }

  /// Remembers what an argument keeps secret; not what only a router can work out.
  private mutating func know(_ argument: Argument) {
    let value = argument.valueBytes
    if argument.isCode {
      for value in SecretsInText(value).values { known.add(Array(value)) }
    } else {
      known.add(value)
    }
  }

  /// Hides the secrets of a comment; whether it has any.
  private mutating func holdsSecret(comment span: Span) -> Bool {
    let text = Array(file.bytes[span.range])
    let found = SecretsInText(text)
    let literal = LiteralSecrets(text, isProse: true).found.map(\.range)
    let start = Int(span.start)
    hidden += (found.ranges + literal).map {
      HiddenSpan(Span(start + $0.lowerBound, start + $0.upperBound), .secret)
    }
    for value in found.values + literal.map({ text[$0] }) { known.add(Array(value)) }
    return !found.ranges.isEmpty || found.endsBeforeSecret
  }
}

extension Argument {
  /// Whether the value is `[ find … ]` of plain words that sound like no secret.
  fileprivate var isPlainSearch: Bool {
    let written = writtenValue
    guard written.first == UInt8(ascii: "["), written.last == UInt8(ascii: "]") else {
      return false
    }
    let words = written.dropFirst().dropLast()
    return words.drop { $0 == UInt8(ascii: " ") }.starts(with: "find".utf8)
      && !words.contains(where: "[]{}()\"\\$;/:".utf8.contains) && !mayNameSecret(Array(words))
  }
}
