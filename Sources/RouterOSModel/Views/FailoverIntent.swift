/// Which routing tables of a router are meant to fail over, as far as its export shows intent.
///
/// A table is, when two default routes are written in it, even if one of them is disabled; and `main`
/// is, too, when its default route stands beside one in another table, an LTE interface or a tunnel
/// that is dialled. A router with one uplink is not.
struct FailoverIntent {
  private var tables: Set<String> = []

  init(_ configuration: Configuration, _ rows: [Row]) {
    let counted = rows.filter { isIntended($0) }
    let interfacesBelow = configuration.interfacesBelow()
    let byTable = Dictionary(grouping: counted, by: Self.table)
    for (table, rows) in byTable {
      let uplinks = Set(rows.map { configuration.uplink(of: $0, interfacesBelow) })
      let routes = rows.count { $0.text("source") == "static" }
      if max(uplinks.count, routes) > 1 { tables.insert(table) }
    }
    guard let main = byTable["ip main"] else { return }
    let tablesOfVRFs = configuration.tablesOfVRFs()
    let elsewhere = byTable.contains { table, rows in
      table != "ip main"
        && rows.contains {
          $0.text("family") == "ip" && !tablesOfVRFs.contains($0.text("routing-table") ?? "main")
        }
    }
    if elsewhere || configuration.hasAnotherPath(beside: main) { tables.insert("ip main") }
  }

  /// Whether the table of a default route is meant to fail over.
  func covers(_ row: Row) -> Bool { tables.contains(Self.table(of: row)) }

  private static func table(of row: Row) -> String {
    "\(row.text("family") ?? "ip") \(row.text("routing-table") ?? "main")"
  }
}

/// Whether somebody wrote the route to be used: a client that is switched off is often a leftover.
private func isIntended(_ row: Row) -> Bool {
  guard row.doubt == nil, row.text("type") == "unicast" else { return false }
  return row.text("source") == "static" || row.text("disabled") == "no"
}

extension Configuration {
  /// What a default route leaves by, so that DHCP and PPPoE on one port count as one uplink.
  fileprivate func uplink(of row: Row, _ below: [String: String]) -> String {
    let gateway = row.cell("gateway")?.texts.joined(separator: ",") ?? ""
    switch row.text("source") {
    case "dhcp-client": return "port \(parent(of: gateway, below))"
    case "pppoe": return "port \(parent(of: row.entry?.value("interface").text ?? gateway, below))"
    default: return gateway
    }
  }

  /// The interface below each VLAN.
  fileprivate func interfacesBelow() -> [String: String] {
    let pairs = entries("/interface/vlan").compactMap { vlan in
      vlan.value("name").text.flatMap { name in vlan.value("interface").text.map { (name, $0) } }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func parent(of interface: String, _ below: [String: String]) -> String {
    var name = interface
    for _ in 0..<8 { name = below[name] ?? name }
    return name
  }

  fileprivate func tablesOfVRFs() -> Set<String> {
    Set(
      ["/ip/vrf", "/ip/route/vrf"].flatMap { menu in
        entries(menu).flatMap { [$0.value("name").text, $0.value("routing-mark").text] }
      }.compactMap { $0 })
  }

  /// Whether the router has an LTE interface, or a tunnel that is dialled, other than those its
  /// default routes leave by.
  fileprivate func hasAnotherPath(beside routes: [Row]) -> Bool {
    let exits = exits(of: routes)
    let tunnels = tunnelClients.flatMap { menu, _ in entries(menu) }
      .filter { $0.value("disabled").text == "no" }.map { $0.value("name").text ?? "" }
    return (tunnels + lteInterfaces().map(\.name)).contains { !exits.contains($0) }
  }

  /// The interfaces that routes leave by: their gateways, or those whose network holds a gateway.
  private func exits(of routes: [Row]) -> Set<String> {
    let gateways = routes.flatMap { $0.cell("gateway")?.texts ?? [] }
    var networks = PrefixTable<Set<String>>()
    for row in addressRows() {
      guard let interface = row.text("interface"),
        let network = row.text("prefix").flatMap({ IPPrefix($0) })
      else { continue }
      networks.update(network, from: []) { $0.insert(interface) }
    }
    let used = Set(gateways.compactMap { IPAddress($0) }.flatMap(networks.prefixes))
    return used.reduce(into: Set(gateways)) { $0.formUnion(networks[$1] ?? []) }
  }
}
