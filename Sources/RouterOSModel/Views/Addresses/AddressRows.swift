import SourceText

extension RouterViews {
  /// One row for each address that a line gives an interface, with what is known of that.
  func addressRows() -> [Row] {
    let holders = AddressHolders(self)
    return configuration.addressRows().map { row in
      var row = row
      row.cells.merge(holders.cells(of: row)) { $1 }
      return row
    }
  }
}

extension Configuration {
  /// One row for each address that a line gives an interface.
  func addressRows() -> [Row] {
    let tables = RoutingTables(self)
    return ["/ip/address", "/ipv6/address"].flatMap { menu in
      entries(menu).filter { $0.selector == nil }.compactMap { entry in
        var row = addressRow(entry)
        row?.cells["routing-table"] = tables.table(of: entry.value("interface").text ?? "")
        return row
      }
    }
  }

  private func addressRow(_ entry: Entry) -> Row? {
    let written = Cell("address", of: entry)
    if let cause = written.doubt ?? Cell("netmask", of: entry).writtenDoubt {
      return unknownAddress(entry, cause, at: written.evidence)
    }
    guard let text = entry.spelling(of: "address") ?? written.text,
      let address = InterfaceAddress(withMask(text, entry))
    else { return nil }
    let evidence = written.evidence
    return Row(
      "\(address) on \(entry.value("interface").text ?? "no interface")", entry: entry,
      place: entry.place,
      cells: [
        "address": Cell(address.description, .interfaceAddress, at: evidence),
        "family": Cell(address.address.family.rawValue, .choice),
        "host": Cell(address.address.description, .address, at: evidence),
        "host-part": entry.hostPart(address, at: evidence),
        "network": network(address, entry),
        "network-expected": address.expectedNetwork,
        "prefix": Cell(connected(address, entry).description, .prefix, at: evidence),
        "prefix-length": Cell(String(address.length), .integer, at: evidence),
        "source": Cell("static", .choice),
      ])
  }

  /// An address of which only the family and perhaps the interface are known.
  private func unknownAddress(_ entry: Entry, _ cause: Cause, at evidence: Span?) -> Row? {
    guard evidence != nil else { return nil }
    func cell(_ type: ValueType) -> Cell { Cell(.unknown(cause), type, at: evidence) }
    return Row(
      "address on \(entry.value("interface").text ?? "an interface")", entry: entry,
      place: entry.place,
      cells: [
        "address": cell(.interfaceAddress),
        "family": Cell(entry.menu.path == "/ip/address" ? "ip" : "ip6", .choice),
        "host": cell(.address), "host-part": cell(.choice), "network": cell(.address),
        "network-expected": cell(.address), "prefix": cell(.prefix),
        "prefix-length": cell(.integer),
        "source": Cell("static", .choice),
      ])
  }

  /// The network that a line gives, else the one that RouterOS works out.
  private func network(_ address: InterfaceAddress, _ entry: Entry) -> Cell {
    if address.address.family == .ip6 { return Cell(.unset, .address) }
    let written = Cell("network", of: entry)
    if written.evidence != nil, !written.texts.isEmpty || written.doubt != nil { return written }
    return Cell(.known([address.prefix.network.description]), .address, isDefault: true)
  }

  /// The network that an address makes connected: for one that stands alone, its peer in `network`.
  private func connected(_ address: InterfaceAddress, _ entry: Entry) -> IPPrefix {
    guard address.length == address.address.family.width,
      let peer = entry.value("network").text.flatMap({ IPAddress($0) })
    else { return address.prefix }
    return IPPrefix(peer, length: peer.family.width)
  }

  /// RouterOS 6 exports of old releases write the mask apart, as `netmask`; an IPv6 address without a
  /// length has one of 64 bits (MikroTik's manual, "IPv6 Addressing").
  private func withMask(_ text: String, _ entry: Entry) -> String {
    guard !text.contains("/") else { return text }
    if entry.menu.path == "/ipv6/address" { return "\(text)/64" }
    return entry.value("netmask").text.map { "\(text)/\($0)" } ?? text
  }
}
