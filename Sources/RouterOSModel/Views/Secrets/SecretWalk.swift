import RouterOSSyntax
import SourceText

/// The walk through a script that finds its secrets, those within strings and blocks included.
///
/// Linear in the size of the script, times the depth of its blocks.
struct SecretWalk {
  /// All of them, in the order of the file.
  private(set) var found: [FoundSecret] = []
  private let configuration: Configuration
  private var catalogue: Catalogue { configuration.catalogue }

  /// What an export keeps secret.
  init(_ configuration: Configuration) {
    self.configuration = configuration
    walk(configuration.script, depth: 0, within: nil)
    found.sort { $0.place.span.start < $1.place.span.start }
  }

  private mutating func walk(_ script: Script, depth: Int, within holder: FoundSecret.Place?) {
    for statement in script.statements { walk(statement, depth: depth, within: holder) }
    for comment in script.comments {
      take(comment: comment.span, of: script, within: holder)
    }
  }

  private mutating func walk(
    _ statement: Statement, depth: Int, within outer: FoundSecret.Place?
  ) {
    let menu = catalogue.menu(statement.menu)
    let assigned = assignedSecrets(of: statement)
    var holder = HolderOfSecrets(statement, menu, within: outer)
    for argument in statement.arguments where !argument.valueSpan.isEmpty {
      if let name = argument.name, menu.isSecret(argument) {
        take(argument, name, of: &holder)
      } else if let assigned, assigned.contains(argument) {
        take(argument, assigned, of: &holder)
      } else if depth < SecretSearch.deepest, !isArray(argument, of: statement),
        argument.isCode || statement.holdsScript(argument),
        let script = statement.script(of: argument)
      {
        let keeps = statement.holdsScript(argument)
        walk(script, depth: depth + 1, within: keeps ? holder.place(of: argument) : outer)
      } else {
        take(textOf: argument, of: &holder)
      }
    }
  }

  /// Whether braces hold the values of a variable, and no commands.
  private func isArray(_ argument: Argument, of statement: Statement) -> Bool {
    argument.isCode && argument.name == nil && argument.valueBytes.first == UInt8(ascii: "{")
      && [":global", ":local", ":put", ":return", ":set"].contains(statement.verb)
  }

  /// Takes a property that is made to hold a secret.
  private mutating func take(_ argument: Argument, _ name: String, of holder: inout HolderOfSecrets)
  {
    let content = content(of: argument)
    if holder.isScript, !content.isClear || isChat(argument.valueBytes) { return }
    let kind = KindOfSecret(of: name, in: holder.menu.path)
    found.append(
      FoundSecret(
        place: holder.place(of: argument), holder: holder.isScript ? .script : .property,
        kind: kind, content: content, names: holder.names, owner: holder.owner(kind)))
  }

  /// Takes what a variable, or a field with a name of its own, is given.
  private mutating func take(
    _ argument: Argument, _ assigned: AssignedSecrets, of holder: inout HolderOfSecrets
  ) {
    let value = argument.valueBytes
    guard !argument.isCode || assigned.isCertain && isJoined(value) else {
      return take(textOf: argument, of: &holder)
    }
    let hasToken = !LiteralSecrets(value).found.isEmpty
    guard argument.isCode || isLiteral(value[...]), assigned.isCertain || hasToken else { return }
    found.append(
      FoundSecret(
        place: holder.place(of: argument).moved(to: argument.valueSpan),
        holder: holder.isScript || assigned.isVariable ? .script : .text,
        kind: hasToken ? .token : KindOfSecret(ofVariable: assigned.name), content: .clear(value)))
  }

  /// Whether a value is the number of a group in Telegram, which scripts keep beside the token of the bot.
  private func isChat(_ value: [UInt8]) -> Bool {
    value.count == 14 && value.starts(with: "-100".utf8)
      && value.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether an expression does nothing but put strings together.
  private func isJoined(_ value: [UInt8]) -> Bool {
    value.first == UInt8(ascii: "(") && value.count { $0 == UInt8(ascii: "\"") } >= 4
      && !value.contains { "$[{".utf8.contains($0) }
  }

  /// Takes what a string or an expression spells out.
  private mutating func take(textOf argument: Argument, of holder: inout HolderOfSecrets) {
    let isComment = argument.name == "comment"
    if argument.valueSpan.count < 8 { return }
    if argument.isBareWord, argument.namesNothing, argument.valueSpan.count < 16 { return }
    let value = argument.valueBytes
    guard mayNameSecret(value) else { return }
    let literal = LiteralSecrets(value, isProse: isComment).found
    if literal.isEmpty { return }
    let decoded = argument.decodedValue
    for secret in literal {
      found.append(
        FoundSecret(
          place: holder.place(of: argument).moved(to: decoded.span(of: secret.range)),
          holder: isComment ? .comment : holder.isScript ? .script : .text, kind: secret.kind,
          content: .clear(Array(value[secret.range]))))
    }
  }

  private mutating func take(
    comment span: Span, of script: Script, within holder: FoundSecret.Place?
  ) {
    let text = Array(script.file.bytes[span.range])
    guard mayNameSecret(text) else { return }
    let start = Int(span.start)
    for secret in LiteralSecrets(text, isProse: true).found {
      let range = Span(start + secret.range.lowerBound, start + secret.range.upperBound)
      let place =
        holder?.moved(to: range)
        ?? FoundSecret.Place(
          menu: "/", item: "line", property: "comment", span: range, statement: span.start)
      found.append(
        FoundSecret(
          place: place, holder: .comment, kind: secret.kind,
          content: .clear(Array(text[secret.range]))))
    }
  }

  /// What a property that holds a secret says of it.
  private func content(of argument: Argument) -> FoundSecret.Content {
    let bytes = argument.valueBytes
    if bytes.isEmpty { return .empty }
    if isMask(bytes) { return .unknown(.maskedSecret) }
    if argument.isCode {
      return bytes.contains(UInt8(ascii: "\"")) ? .clear(bytes) : .unknown(.secretOfRouter)
    }
    if isVariable(argument, bytes) { return .unknown(.secretOfRouter) }
    return isHarmlessValue(bytes) ? .empty : .clear(bytes)
  }

  /// Whether a string holds a variable and nothing else; an escaped dollar is one of the value's own.
  private func isVariable(_ argument: Argument, _ bytes: [UInt8]) -> Bool {
    let written = argument.writtenValue
    return written.drop { $0 == UInt8(ascii: "\"") }.first == UInt8(ascii: "$")
      && bytes.dropFirst().allSatisfy { byte in
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
      }
  }
}

extension FoundSecret.Content {
  fileprivate var isClear: Bool {
    if case .clear = self { true } else { false }
  }
}

extension FoundSecret.Place {
  /// The same place, at other bytes.
  func moved(to span: Span) -> Self {
    Self(menu: menu, item: item, property: property, span: span, statement: statement)
  }
}
