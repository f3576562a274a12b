import SourceText

extension Configuration {
  /// One row for each service of `/ip service` and each server with a menu of its own, whether a line
  /// speaks of it or not: what nobody wrote is often on.
  func serviceRows() -> [Row] {
    let present = servers.filter { catalogue.menu($0.menu).releases.contains(version) }
    return entries("/ip/service").map(serviceRow)
      + present.flatMap { server in entries(server.menu).map { serverRow(server, $0) } }
  }

  private func serviceRow(_ entry: Entry) -> Row {
    let name = entry.value("name").text ?? entry.builtIn?.name ?? entry.selector ?? "service"
    let disabled = Cell("disabled", of: entry)
    let isOverTLS = name.hasSuffix("-ssl")
    return Row(
      name, entry: entry, place: entry.place,
      cells: [
        "certificate": isOverTLS ? Cell("certificate", of: entry) : .none,
        "enabled": disabled.saying { $0 == "yes" ? "no" : "yes" },
        "encrypted": Cell(Self.encrypted.contains(name)), "interfaces": .none,
        "management": Cell(name != "reverse-proxy"), "name": Cell(name, .name),
        "protocol": Cell("tcp", .choice),
        "tls-version": isOverTLS ? Cell("tls-version", of: entry) : .none,
      ])
  }

  private func serverRow(_ server: Server, _ entry: Entry) -> Row {
    let property = server.switchedBy.property
    let state = Cell(property, of: entry)
    var cells = [
      "enabled": state.saying { server.switchedBy.off.contains($0) ? "no" : "yes" },
      "encrypted": Cell(false), "management": Cell(server.isManagement),
      "name": Cell(server.name, .name), "protocol": Cell(server.transport, .choice),
      "address": server.address.map { Cell($0, of: entry) } ?? Cell.none,
      "interfaces": server.interfaces.map { Cell($0, of: entry) } ?? Cell.none,
      "certificate": .none, "tls-version": .none,
    ]
    if state.text == "auto" { cells["enabled"] = Cell(.unknown(.switchedByItself), .boolean) }
    // RouterOS 6 switches it by a property of its own, and listed interfaces one by one before 6.41.
    if entry.menu.properties["disabled"] != nil, Cell("disabled", of: entry).isYes {
      cells["enabled"] = Cell("disabled", of: entry).saying { _ in "no" }
    }
    if entry.menu.properties["port"] == nil {
      cells["port"] =
        server.port.map { Cell(.known([String($0)]), .integer, isDefault: true) } ?? Cell.none
    }
    if entry.menu.properties["vrf"] == nil { cells["vrf"] = Cell.none }
    return Row(server.name, entry: entry, place: entry.place, cells: cells)
  }

  /// The services that RouterOS never offers in clear (MikroTik's manual, "Services", "WinBox").
  private static let encrypted: Set<String> = ["api-ssl", "ssh", "winbox", "www-ssl"]
}

extension Cell {
  /// A boolean cell with the origin of this one: what `word` makes of its value.
  func saying(_ word: (String) -> String) -> Cell {
    guard let doubt else {
      let text = texts.joined(separator: ",")
      return Cell(.known([word(text)]), .boolean, at: evidence, isDefault: isDefault)
    }
    return Cell(.unknown(doubt), .boolean, at: evidence)
  }
}

extension Cause {
  fileprivate static let switchedByItself = Cause(
    "'auto' switches the server on by itself, as when a disk is shared",
    remedy: "write enabled=no, or enabled=yes")
}
