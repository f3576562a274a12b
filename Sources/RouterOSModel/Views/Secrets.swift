import RouterOSSyntax
import SourceText

extension Configuration {
  /// One row for each property that holds a secret and that a line writes, damaged lines included.
  ///
  /// What counts as a secret: MikroTik's manual, "List of menus with sensitive parameters".
  func secretRows() -> [Row] {
    var rows: [Row] = []
    for statement in script.statements {
      let menu = catalogue.menu(statement.menu)
      for argument in statement.arguments where menu.isSecret(argument) {
        guard let name = argument.name else { continue }
        rows.append(secretRow(statement, argument, name, menu))
      }
    }
    return rows
  }

  private func secretRow(
    _ statement: Statement, _ argument: Argument, _ name: String, _ menu: Menu
  ) -> Row {
    let item = title(of: statement, menu)
    return Row(
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
  private func title(of statement: Statement, _ menu: Menu) -> String {
    let names = ["name", "user", "comment", "interface", "address"]
    for name in names {
      let argument = statement.arguments.last { $0.name == name && $0.kind == .pair }
      if let text = argument?.value, !text.isEmpty { return text }
    }
    if let target = statement.target {
      return catalogue.menu(statement.menu).isSecret(target) ? "entry" : target.value
    }
    guard statement.verb == "add" else { return "settings" }
    let first = statement.arguments.first { $0.kind == .pair && !menu.isSecret($0) }
    return first.flatMap { argument in argument.name.map { "\($0)=\(argument.value)" } } ?? "entry"
  }

  /// Whether a value is the secret itself: not empty, no mask such as `*****` or `<removed>`, and no
  /// variable of a script.
  private func isInClear(_ argument: Argument) -> Bool {
    let bytes = argument.valueBytes
    if bytes.isEmpty || bytes.allSatisfy({ $0 == UInt8(ascii: "*") }) { return false }
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") { return false }
    let written = script.file.bytes[argument.valueSpan.range]
    return written.drop { $0 == UInt8(ascii: "\"") }.first != UInt8(ascii: "$")
  }
}
