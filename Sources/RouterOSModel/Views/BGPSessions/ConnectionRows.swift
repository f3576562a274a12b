extension SessionContext {
  /// The session of a connection of RouterOS 7, with what its templates and its instance give it.
  mutating func row(ofConnection connection: Entry) -> Row {
    let instance = connection.value("instance").text.flatMap { instances[$0] }
    var cells = plainCells(of: connection)
    cells["disabled"] = disabled(connection, instance)
    cells["local-as"] = configuration.localAS(of: connection, instance, templates.entries)
    cells["vrf"] = vrf(of: connection, instance)
    cells["router-id"] = routerID(of: connection, instance)
    let timers = SessionTimers(
      hold: value("hold-time", .duration, of: connection, else: "3m"),
      keepalive: templates.cell("keepalive-time", of: connection, else: Cell(.unset, .duration)))
    cells["hold-time"] = timers.hold
    cells["keepalive-time"] = timers.keepalive
    cells["hold-multiple"] = timers.multiple
    cells["advertises"] = advertises(connection, cells)
    return Row(
      connection.value("name").text ?? "connection", entry: connection, place: connection.place,
      cells: completed(cells))
  }

  private mutating func plainCells(of connection: Entry) -> [String: Cell] {
    let out = templates.cell(
      "output.filter-chain", "output.filter-select", of: connection, else: Cell(.unset, .name))
    return [
      "local-address": sources.cell(Cell("local.address", of: connection)),
      "remote-address": Cell("remote.address", of: connection).orUnset.asNeighbour,
      "remote-as": Cell("remote.as", of: connection).oneAS,
      "role": Cell("local.role", of: connection),
      "afi": templates.cell(
        "afi", "address-families", of: connection, else: Cell(.known(["ip"]), .set, isDefault: true)
      ),
      "in-filter": templates.cell("input.filter", of: connection, else: Cell(.unset, .name))
        .unset(""),
      "out-filter": out.unset(""),
      "multihop": value("multihop", .boolean, of: connection, else: "no"),
      "use-bfd": value("use-bfd", .boolean, of: connection, else: "no"),
      "remove-private-as": templates.cell(
        "output.remove-private-as", "remove-private-as", of: connection,
        else: Cell(.known(["no"]), .boolean, isDefault: true)),
      "tcp-md5-key": Cell("tcp-md5-key", of: connection).asSecret,
    ]
  }

  private mutating func value(
    _ property: String, _ type: ValueType, of connection: Entry, else text: String
  ) -> Cell {
    templates.cell(
      property, of: connection, else: Cell(.known([text]), type, isDefault: true))
  }

  /// The VRF that a connection speaks in: its own, that of its instance, or that of a template.
  private mutating func vrf(of connection: Entry, _ instance: Entry?) -> Cell {
    let own = Cell("vrf", of: connection)
    if own.isStated { return table(own) }
    if let instance {
      let cell = Cell("vrf", of: instance)
      if cell.isStated {
        return table(cell.given(by: "instance '\(connection.value("instance").text ?? "")'"))
      }
    }
    return table(
      templates.cell(
        "vrf", of: connection, else: Cell(.known(["main"]), .name, isDefault: true)))
  }

  /// That of the instance from RouterOS 7.20, before that of the connection or a template; it may name
  /// an entry of `/routing id`.
  private mutating func routerID(of connection: Entry, _ instance: Entry?) -> Cell {
    let inner = templates.cell("router-id", of: connection, else: Cell(.unset, .address))
    var cell = inner
    if let instance {
      let outer = Cell("router-id", of: instance)
      let giver = "instance '\(connection.value("instance").text ?? "")'"
      if outer.isStated { cell = outer.given(by: giver) }
    }
    guard let name = cell.text, IPAddress(name) == nil else { return cell.unset("", "0.0.0.0") }
    return sources.identifier(called: name, at: cell.evidence)
  }

  private mutating func advertises(_ connection: Entry, _ cells: [String: Cell]) -> Cell {
    let none = Cell(.unset, .text)
    let parts = [
      "output.network", "output.redistribute", "output.default-originate",
      "output.network-blackhole",
    ].map { templates.cell($0, of: connection, else: none) }
    let afi = cells["afi"] ?? none
    if let cause = (parts + [afi]).lazy.compactMap(\.doubt).first {
      return Cell(.unknown(cause), .set)
    }
    var origination = AdvertisedNetworks.Origination()
    origination.networks = parts[0].text
    origination.redistributed = Set(parts[1].texts)
    origination.defaultRoute = parts[2].text ?? "never"
    origination.isAlways = parts[3].isYes
    origination.families = Set(afi.texts)
    return advertised.cell(
      origination, through: cells["out-filter"] ?? none, of: cells["vrf"] ?? none)
  }
}

extension Cell {
  /// The cell if it holds one AS, alone or within a confederation.
  fileprivate var oneAS: Cell {
    guard let text, text.split(separator: "/").contains(where: { ASNumber(String($0)) == nil })
    else { return self }
    let cause = Cause("'\(text)' is not one AS", remedy: "give each neighbour a session of its own")
    return Cell(.unknown(cause), type, at: evidence)
  }
}
