extension RouterViews {
  /// The rows of services, each with the interfaces it answers on where it is bound to interfaces.
  func servicesOnInterfaces() -> [Row] {
    let rows = configuration.serviceRows().map { row in
      var row = row
      row.cells["answers-on"] = interfaces(answering: row)
      return row
    }
    return with(OpenServices.columns, rows) {
      OpenServices($0, rows)
    } _: {
      $1.next()
    }
  }

  private func interfaces(answering row: Row) -> Cell {
    guard row.text("protocol") == "layer-2" else { return .none }
    if row.text("name") == "romon" { return portsOfRomon() }
    guard let list = row.cell("interfaces"), let text = list.text else {
      if let cause = row.cell("interfaces")?.doubt { return Cell(.unknown(cause), .set) }
      return row.text("name") == "mac-ping" ? cell(of: all) : .none
    }
    let isNegated = text.hasPrefix("!")
    let name = isNegated ? String(text.dropFirst()) : text
    if let cause = interfaceLists.doubt(of: interfaceLists.unknownOnes(among: [name]), "") {
      return Cell(.unknown(cause), .set)
    }
    let members = Set(interfaceLists.members(of: name))
    return cell(of: isNegated ? all.subtracting(members) : members)
  }

  /// RoMON speaks on all ports but those it is forbidden on; an entry of a port counts before that of `all`.
  private func portsOfRomon() -> Cell {
    var isForbidden: [String: Bool] = [:]
    for port in configuration.entries("/tool/romon/port") {
      let cells = ["disabled", "forbid", "interface"].map { Cell($0, of: port) }
      if let cause = cells.lazy.compactMap(\.writtenDoubt).first {
        return Cell(.unknown(cause), .set)
      }
      guard cells[0].text != "yes", let name = cells[2].text else { continue }
      isForbidden[name] = cells[1].text == "yes"
    }
    return cell(of: all.filter { !(isForbidden[$0] ?? isForbidden["all"] ?? false) })
  }

  private var all: Set<String> { Set(interfaces.all.map(\.name)) }

  private func cell(of names: Set<String>) -> Cell {
    Cell(names.isEmpty ? .unset : .known(names.sorted()), .set)
  }
}
