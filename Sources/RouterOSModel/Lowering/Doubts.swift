import RouterOSSyntax
import SourceText

/// Values that a line gives and that are nevertheless not known.
extension Entry {
  /// Why the `text` that an argument gives `property` is not its value; nil when it is.
  func doubt(
    of property: String, _ argument: Argument, _ text: String, _ known: Property?
  ) -> Cause? {
    // What keeps commands as they stand, to be run later, holds no code that runs now.
    if known?.type != .script, argument.holdsCode {
      return .onlyTheRouterKnows(menu.isSecret(property) ? property : text)
    }
    var searches = 1
    guard let known, menu.misfit(of: argument, text, known, in: version, &searches) != nil else {
      return nil
    }
    return .unreadable(known.isSecret ? property : text, known)
  }
}

extension Lowering {
  /// Whether a bare word that is no target could be any property, as `$a` in `add $a`.
  func hasUnreadableWord(_ statement: Statement) -> Bool {
    let target = statement.target?.index
    return statement.arguments.contains { argument in
      argument.kind == .positional && argument.index != target && argument.isCode
        && statement.verb != "unset" && argument.value.first == "$"
    }
  }

  /// What an entry is called, or told from others by, must be known for all that speak of it.
  mutating func noteCodeInNames(of statement: Statement) {
    guard ["add", "set"].contains(statement.verb) else { return }
    let holdingCode = statement.arguments.filter { $0.kind == .pair && $0.holdsCode }
    if holdingCode.isEmpty { return }
    let names = Set(catalogue.menu(path(of: statement)).key + ["name"])
    if holdingCode.contains(where: { names.contains($0.name ?? "") }) {
      openGap(statement.menu, at: statement.span, mayAlter: statement.verb != "add")
    }
  }
}

extension Argument {
  /// Whether only a router can work out the value: it is code, or a string with a variable in it.
  var holdsCode: Bool {
    if isCode { return true }
    guard isQuoted else { return false }
    var isEscaped = false
    var isBehindDollar = false
    for byte in script.file.bytes[valueSpan.range] {
      if isBehindDollar, byte.beginsCode { return true }
      isBehindDollar = byte == UInt8(ascii: "$") && !isEscaped
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return false
  }
}

extension UInt8 {
  /// Whether a dollar sign before it stands for a variable or an expression.
  fileprivate var beginsCode: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "("), UInt8(ascii: "["):
      true
    default: false
    }
  }
}

extension Cause {
  fileprivate static func onlyTheRouterKnows(_ text: String) -> Cause {
    Cause("only the router knows what '\(text)' is", remedy: "write the value itself")
  }

  fileprivate static func unreadable(_ text: String, _ property: Property) -> Cause {
    let isOutOfBounds = property.type.canRead(text)
    let absence = isOutOfBounds ? "no value of '\(property.name)'" : property.type.absence
    return Cause("'\(text)' is \(absence)", remedy: "correct the value")
  }
}
