import SourceText

/// A line that names an interface.
struct InterfaceMention {
  /// The name.
  let name: String
  /// The argument.
  let place: Span
}

extension Configuration {
  /// The lines that name interfaces that may be ports without a line of their own, in file order; only
  /// names such as RouterOS gives at the factory. Linear.
  func interfaceMentions() -> [InterfaceMention] {
    let found = menus.flatMap { path -> [InterfaceMention] in
      let menu = catalogue.menu(path)
      return entries(path).flatMap { entry in
        entry.writtenProperties.filter { menu.mayNameInterfaces($0) }.flatMap { property in
          mentions(of: Cell(property, of: entry))
        }
      }
    }
    return found.sorted { ($0.place.start, $0.name) < ($1.place.start, $1.name) }
  }

  private func mentions(of cell: Cell) -> [InterfaceMention] {
    guard let place = cell.evidence else { return [] }
    return cell.texts.flatMap { text in
      text.split { $0 == "," || $0 == "!" || $0 == "%" || $0 == "@" }.map(String.init)
        .filter { kindWithoutLine($0) != nil }
        .map { InterfaceMention(name: $0, place: place) }
    }
  }
}

extension Menu {
  /// Whether the values of a property are names of interfaces, or hold some.
  fileprivate func mayNameInterfaces(_ property: String) -> Bool {
    if type(of: property) == .interface { return true }
    switch property {
    case "gateway": return path == "/ip/route" || path == "/ipv6/route"
    case "interfaces", "slaves", "tagged", "untagged": return true
    default: return false
    }
  }
}
