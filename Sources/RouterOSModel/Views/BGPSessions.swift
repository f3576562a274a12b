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
    let name = peer.value("instance").text ?? "default"
    let instance = instances[name]
    let isOff = peer.value("disabled").text == "yes" || instance?.value("disabled").text == "yes"
    let remote = Cell("remote-as", of: peer).unsetIfUnwritten
    let old = Cell(.known(["65530"]), .asNumber, isDefault: true)
    return Row(
      peer.value("name").text ?? "peer", entry: peer, place: peer.place,
      cells: [
        "disabled": Cell(isOff, at: Cell("disabled", of: peer).evidence),
        "local-address": Cell("update-source", of: peer).asAddress,
        "local-as": instance.map { shownAS(of: $0, toward: remote) }
          ?? (name == "default" ? old : missingAS(name)),
        "remote-address": Cell("remote-address", of: peer),
        "remote-as": remote,
      ])
  }

  private func connectionRow(
    _ connection: Entry, _ instances: NamedEntries, _ templates: NamedEntries
  ) -> Row {
    let instance = connection.value("instance").text.flatMap { instances[$0] }
    let isOff =
      connection.value("disabled").text == "yes"
      || instance?.value("disabled").text == "yes"
    return Row(
      connection.value("name").text ?? "connection", entry: connection, place: connection.place,
      cells: [
        "disabled": Cell(isOff, at: Cell("disabled", of: connection).evidence),
        "local-address": Cell("local.address", of: connection).asAddress,
        "local-as": localAS(of: connection, instance, templates),
        "remote-address": Cell("remote.address", of: connection).unsetIfUnwritten,
        "remote-as": Cell("remote.as", of: connection).oneAS,
      ])
  }
}

extension Cell {
  /// The cell if it holds an address; RouterOS 6 also allows an interface there.
  fileprivate var asAddress: Cell {
    text.flatMap { IPAddress($0) } == nil ? Cell(nil, .address) : self
  }

  /// For a property that has no value unless it is written.
  fileprivate var unsetIfUnwritten: Cell { text == nil ? Cell(.unset, type) : self }

  /// The cell if it holds one AS, alone or within a confederation.
  fileprivate var oneAS: Cell {
    guard let text, text.split(separator: "/").contains(where: { ASNumber(String($0)) == nil })
    else { return self }
    let cause = Cause("'\(text)' is not one AS", remedy: "give each neighbour a session of its own")
    return Cell(.unknown(cause), type, at: evidence)
  }
}
