extension Configuration {
  /// One row for each peer of RouterOS 6 and each connection of RouterOS 7.
  func bgpRows() -> [Row] {
    let instances = NamedEntries(of: "/routing/bgp/instance", in: self)
    let templates = NamedEntries(of: "/routing/bgp/template", in: self)
    let peers = entries("/routing/bgp/peer").filter { $0.selector == nil }
    let connections = entries("/routing/bgp/connection").filter { $0.selector == nil }
    return peers.map { peerRow($0, instances) }
      + connections.map { connectionRow($0, instances, templates) }
  }

  private func peerRow(_ peer: Entry, _ instances: NamedEntries) -> Row {
    let called = Cell("instance", of: peer)
    let name = called.text ?? "default"
    let instance = called.doubt == nil ? instances[name] : nil
    let remote = Cell("remote-as", of: peer).unsetIfUnwritten
    let old = Cell(.known(["65530"]), .asNumber, isDefault: true)
    return Row(
      peer.value("name").text ?? "peer", entry: peer, place: peer.place,
      cells: [
        "disabled": disabled(peer, instance),
        "local-address": Cell("update-source", of: peer).asAddress,
        "local-as": called.doubt.map { Cell(.unknown($0), .asNumber) }
          ?? instance.map { shownAS(of: $0, toward: remote) }
          ?? (name == "default" ? old : missingAS(name)),
        "remote-address": Cell("remote-address", of: peer),
        "remote-as": remote, "vrf": table(instance.map { Cell("routing-table", of: $0) }),
      ])
  }

  private func connectionRow(
    _ connection: Entry, _ instances: NamedEntries, _ templates: NamedEntries
  ) -> Row {
    let instance = connection.value("instance").text.flatMap { instances[$0] }
    return Row(
      connection.value("name").text ?? "connection", entry: connection, place: connection.place,
      cells: [
        "disabled": disabled(connection, instance),
        "local-address": Cell("local.address", of: connection).asAddress,
        "local-as": localAS(of: connection, instance, templates),
        "remote-address": Cell("remote.address", of: connection).unsetIfUnwritten,
        "remote-as": Cell("remote.as", of: connection).oneAS,
        "vrf": vrf(of: connection, instance, templates),
      ])
  }

  private func disabled(_ session: Entry, _ instance: Entry?) -> Cell {
    let own = Cell("disabled", of: session)
    let cells = [own] + (instance.map { [Cell("disabled", of: $0)] } ?? [])
    return Cell(anyOf: cells, at: own.evidence)
  }

  /// The VRF that a connection speaks in: its own, that of its instance, or that of a template.
  private func vrf(of connection: Entry, _ instance: Entry?, _ templates: NamedEntries) -> Cell {
    let names = Cell("templates", of: connection).texts
    let writers = [connection] + [instance].compactMap { $0 } + names.compactMap { templates[$0] }
    return table(writers.map { Cell("vrf", of: $0) }.first { $0.evidence != nil })
  }

  private func table(_ written: Cell?) -> Cell {
    guard let written, written.writtenDoubt != nil || written.text != nil else {
      return Cell("main", .name)
    }
    return written
  }
}

extension Cell {
  /// The cell if it holds an address; RouterOS 6 also allows an interface there.
  fileprivate var asAddress: Cell {
    if writtenDoubt != nil { return self }
    return text.flatMap { IPAddress($0) } == nil ? Cell(nil, .address) : self
  }

  /// For a property that has no value unless it is written.
  fileprivate var unsetIfUnwritten: Cell {
    text == nil && writtenDoubt == nil ? Cell(.unset, type) : self
  }

  /// The cell if it holds one AS, alone or within a confederation.
  fileprivate var oneAS: Cell {
    guard let text, text.split(separator: "/").contains(where: { ASNumber(String($0)) == nil })
    else { return self }
    let cause = Cause("'\(text)' is not one AS", remedy: "give each neighbour a session of its own")
    return Cell(.unknown(cause), type, at: evidence)
  }
}
