extension SessionContext {
  /// The session of a peer of RouterOS 6.
  mutating func row(ofPeer peer: Entry) -> Row {
    let called = Cell("instance", of: peer)
    let name = called.text ?? "default"
    let instance = called.doubt == nil ? instances[name] : nil
    let giver = "instance '\(name)'"
    var cells = addresses(of: peer)
    cells["disabled"] = disabled(peer, instance)
    cells["local-as"] = localAS(of: peer, called, name, instance)
    cells["vrf"] = table(instance.map { Cell("routing-table", of: $0).given(by: giver) })
    cells["router-id"] =
      instance.map { Cell("router-id", of: $0).orUnset.unset("0.0.0.0").given(by: giver) }
      ?? Cell(.unset, .address)
    cells["role"] = Cell(.unset, .choice)
    cells["out-filter"] = outFilter(of: peer, instance, giver)
    let timers = SessionTimers(
      hold: Cell("hold-time", of: peer), keepalive: Cell("keepalive-time", of: peer))
    cells["hold-time"] = timers.hold
    cells["keepalive-time"] = timers.keepalive
    cells["hold-multiple"] = timers.multiple
    cells["advertises"] = advertised.cell(
      origination(of: peer, name, instance), through: filters(peer, instance, cells),
      of: cells["vrf"] ?? .none)
    return Row(
      peer.value("name").text ?? "peer", entry: peer, place: peer.place, cells: completed(cells))
  }

  private func addresses(of peer: Entry) -> [String: Cell] {
    [
      "local-address": sources.cell(Cell("update-source", of: peer)),
      "remote-address": Cell("remote-address", of: peer).orUnset.asNeighbour,
      "remote-as": Cell("remote-as", of: peer).orUnset,
      "afi": Cell("address-families", of: peer).typed(.set),
      "in-filter": Cell("in-filter", of: peer).unset(""),
      "multihop": Cell("multihop", of: peer), "use-bfd": Cell("use-bfd", of: peer),
      "remove-private-as": Cell("remove-private-as", of: peer),
      "tcp-md5-key": Cell("tcp-md5-key", of: peer).asSecret,
    ]
  }

  private func localAS(of peer: Entry, _ called: Cell, _ name: String, _ instance: Entry?) -> Cell {
    if let cause = called.doubt { return Cell(.unknown(cause), .asNumber) }
    if let instance {
      let remote = Cell("remote-as", of: peer).orUnset
      return configuration.shownAS(of: instance, toward: remote).given(by: "instance '\(name)'")
    }
    return name == "default"
      ? Cell(.known(["65530"]), .asNumber, isDefault: true) : configuration.missingAS(name)
  }

  /// The filter of the peer, else that of its instance; what is announced has to pass both.
  private func outFilter(of peer: Entry, _ instance: Entry?, _ giver: String) -> Cell {
    let own = Cell("out-filter", of: peer).unset("")
    guard case .unset = own.content, let instance else { return own }
    return Cell("out-filter", of: instance).orUnset.unset("").given(by: giver)
  }

  /// The one filter that what is announced has to pass; two are not followed.
  private func filters(_ peer: Entry, _ instance: Entry?, _ cells: [String: Cell]) -> Cell {
    let own = Cell("out-filter", of: peer).unset("")
    let outer = instance.map { Cell("out-filter", of: $0).orUnset.unset("") } ?? .none
    guard own.text != nil, outer.text != nil else { return cells["out-filter"] ?? .none }
    return Cell(.unknown(.twoFilters), .name)
  }

  private func origination(of peer: Entry, _ name: String, _ instance: Entry?)
    -> AdvertisedNetworks.Origination
  {
    var origination = AdvertisedNetworks.Origination()
    origination.networks = name
    origination.defaultRoute = Cell("default-originate", of: peer).text ?? "never"
    origination.families = Set(Cell("address-families", of: peer).typed(.set).texts)
    for kind in ["connected", "ospf", "other-bgp", "rip", "static"] {
      let cell = instance.map { Cell("redistribute-\(kind)", of: $0) }
      if cell?.text == "yes" { origination.redistributed.insert(kind) }
    }
    return origination
  }
}

extension Cell {
  /// For a property that has no value unless it is written.
  var orUnset: Cell { text == nil && writtenDoubt == nil ? Cell(.unset, type) : self }
}

extension Cause {
  fileprivate static let twoFilters = Cause(
    "a filter of the peer and one of its instance decide what is announced",
    remedy: "look at the advertisements on the router")
}
