import SourceText

extension RouterViews {
  /// One row for each interface: those that lines add or set, and ports that lines only speak of.
  func interfaceRows() -> [Row] {
    let interfaces = self.interfaces
    let lists = interfaceLists
    let ports = InterfacePorts(interfaces, lists, in: configuration)
    let columns = InterfaceColumns(
      failsOver: configuration.failsOver(self[.defaultRoutes]), interfaces: interfaces,
      lists: lists, ports: ports,
      trust: InterfaceTrust(lists, told: untrusted, in: configuration),
      addresses: InterfaceAddresses(self[.addresses]))
    let rows = interfaces.all.indices.map(columns.row)
    return with(NewPackets.columns, rows) {
      NewPackets($0, rows)
    } _: {
      $1.next()
    }
  }
}

/// The columns of the view of interfaces.
private struct InterfaceColumns {
  let failsOver: Cell
  let interfaces: KnownInterfaces
  let lists: InterfaceLists
  let ports: InterfacePorts
  let trust: InterfaceTrust
  let addresses: InterfaceAddresses

  func row(at place: Int) -> Row {
    let interface = interfaces.all[place]
    let name = interface.name
    var cells = [
      "addresses": addresses.cell(of: name), "disabled": interface.disabled,
      "fails-over": failsOver,
      "lists": lists.lists(of: name), "name": nameCell(interface), "parent": interface.parent,
      "parent-address": interface.parent.text.map(addresses.cell) ?? Cell(nil, .set),
      "port": ports.port(of: place),
      "slave-of": ports.masters[place] ?? Cell(nil, .interface),
      "trust": trustCell(of: place), "type": Cell(interface.type, .choice),
    ]
    let hasPorts = ["bonding", "bridge", "mesh"].contains(interface.type)
    let members = ports.members[name] ?? []
    cells["ports"] =
      ports.doubt.flatMap { hasPorts ? Cell(.unknown($0), .set) : nil }
      ?? Cell(members.isEmpty ? .unset : .known(members.sorted()), .set)
    cells["ports-are"] = hasPorts ? ports.kindOfPorts(of: name) : Cell(nil, .choice)
    if interface.entry == nil {
      cells["written"] = Cell(false)
      cells["built-in"] = Cell(true)
    }
    return Row(
      "\(interface.type) \(name)", entry: interface.entry, place: interface.place,
      doubt: interface.doubt, cells: cells)
  }

  private func nameCell(_ interface: KnownInterface) -> Cell {
    guard let entry = interface.entry else { return Cell(interface.name, .name) }
    let written = Cell("name", of: entry)
    return written.text == nil && written.writtenDoubt == nil
      ? Cell(interface.name, .name, at: entry.place) : written
  }

  private func trustCell(of place: Int) -> Cell {
    let name = interfaces.all[place].name
    if let own = trust.own(name) { return own }
    let master = ports.masters[place]?.text.flatMap(trust.own)
    return master ?? InterfaceTrust.nothing
  }
}

/// The addresses of interfaces that are in use.
private struct InterfaceAddresses {
  private var cells: [String: Cell] = [:]
  private var doubt: Cause?

  init(_ rows: [Row]) {
    var texts: [String: (texts: [String], cause: Cause?, place: Span?)] = [:]
    for row in rows where row.text("disabled") != "yes" {
      guard let address = row.cell("address") else { continue }
      guard let name = row.text("interface") else {
        doubt = doubt ?? row.cell("interface")?.writtenDoubt
        continue
      }
      let cause = address.doubt ?? row.cell("disabled")?.doubt
      var known = texts[name] ?? ([], nil, address.evidence)
      known.texts += address.texts
      known.cause = known.cause ?? cause
      texts[name] = known
    }
    cells = texts.mapValues { known in
      Cell(known.cause.map { .unknown($0) } ?? .known(known.texts), .set, at: known.place)
    }
  }

  func cell(of interface: String) -> Cell {
    if let doubt { return Cell(.unknown(doubt), .set) }
    return cells[interface] ?? Cell(nil, .set)
  }
}
