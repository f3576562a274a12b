import RouterOSSyntax
import SourceText

extension Configuration {
  /// One row for each property that holds a secret and that a line writes, damaged lines and blocks
  /// included; not what scripts keep for later, which no export hides.
  ///
  /// What counts as a secret: MikroTik's manual, "List of menus with sensitive parameters", and names
  /// that sound like one. Linear in the size of the script, times the depth of its blocks.
  func secretRows() -> [Row] {
    var rows: [Row] = []
    collectSecrets(of: script, depth: 0, &rows)
    return rows
  }

  private func collectSecrets(of script: Script, depth: Int, _ rows: inout [Row]) {
    for statement in script.statements {
      let menu = catalogue.menu(statement.menu)
      var title: String?
      for argument in statement.arguments {
        if let name = argument.name, menu.isSecret(argument) {
          let item = title ?? self.title(of: statement, menu)
          title = item
          rows.append(secretRow(statement, argument, name, item))
        } else if argument.isCode, depth < SecretSearch.deepest, !statement.holdsScript(argument),
          let block = statement.script(of: argument)
        {
          collectSecrets(of: block, depth: depth + 1, &rows)
        }
      }
    }
  }

  private static let longestTitle = 256

  private func secretRow(
    _ statement: Statement, _ argument: Argument, _ name: String, _ item: String
  ) -> Row {
    Row(
      "\(statement.menu) \(item) \(name)", entry: nil, place: argument.span,
      cells: [
        "item": Cell(item, .text),
        "menu": Cell("/" + statement.menu.dropFirst().split(separator: "/").joined(separator: " ")),
        "property": Cell(name),
        "visible": Cell(isInClear(argument), at: argument.span),
        "written": Cell(true),
      ])
  }

  /// Which item a statement speaks of, in words that hold no secret.
  ///
  /// A long text is cut, since it is kept for every secret of the statement; not so short that the
  /// beginning of a secret it repeats would no longer be known for one.
  private func title(of statement: Statement, _ menu: Menu) -> String {
    let names = ["name", "user", "comment", "interface", "address"]
    for name in names {
      let argument = statement.arguments.last { $0.name == name && $0.kind == .pair }
      if let text = argument?.value, !text.isEmpty { return String(text.prefix(Self.longestTitle)) }
    }
    if let target = statement.target {
      return menu.isSecret(target) ? "entry" : target.value
    }
    guard statement.verb == "add" else { return "settings" }
    let first = statement.arguments.first { $0.kind == .pair && !menu.isSecret($0) }
    return first.flatMap { argument in argument.name.map { "\($0)=\(argument.value)" } } ?? "entry"
  }

  /// Whether a value is the secret itself: not empty, no mask of a tool (see ``isMask(_:)``), and nothing
  /// that only a router can work out.
  private func isInClear(_ argument: Argument) -> Bool {
    let bytes = argument.valueBytes
    if bytes.isEmpty || isMask(bytes) { return false }
    if argument.isCode {
      return bytes.contains(UInt8(ascii: "\""))
    }
    return !isVariable(argument, bytes)
  }

  /// Whether a string holds a variable and nothing else; an escaped dollar is one of the value's own.
  private func isVariable(_ argument: Argument, _ bytes: [UInt8]) -> Bool {
    let written = script.file.bytes[argument.valueSpan.range]
    return written.drop { $0 == UInt8(ascii: "\"") }.first == UInt8(ascii: "$")
      && bytes.dropFirst().allSatisfy { byte in
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
      }
  }
}
