/// Which routing tables of a router are meant to fail over, as far as its export shows intent.
///
/// A table is, when two default routes are written in it, even if one of them is disabled; and `main`
/// is, too, when its default route stands beside one in another table, an LTE interface or a tunnel
/// that is dialled. A router with one uplink is not.
struct FailoverIntent {
  private var tables: Set<String> = []

  init(_ configuration: Configuration, _ rows: [Row]) {
    let counted = rows.filter { isIntended($0) }
    let byTable = Dictionary(grouping: counted, by: Self.table)
    for (table, rows) in byTable {
      let uplinks = Set(rows.map { configuration.uplink(of: $0) })
      let routes = rows.count { $0.text("source") == "static" }
      if max(uplinks.count, routes) > 1 { tables.insert(table) }
    }
    guard let main = byTable["ip main"] else { return }
    let elsewhere = byTable.contains { table, rows in
      table != "ip main" && rows.contains { $0.text("family") == "ip" && !configuration.isVRF($0) }
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
  fileprivate func uplink(of row: Row) -> String {
    let gateway = row.cell("gateway")?.texts.joined(separator: ",") ?? ""
    switch row.text("source") {
    case "dhcp-client": return "port \(parent(of: gateway))"
    case "pppoe": return "port \(parent(of: row.entry?.value("interface").text ?? gateway))"
    default: return gateway
    }
  }

  private func parent(of interface: String) -> String {
    var name = interface
    for _ in 0..<8 {
      let vlan = entries("/interface/vlan").first { $0.value("name").text == name }
      guard let below = vlan?.value("interface").text else { break }
      name = below
    }
    return name
  }

  fileprivate func isVRF(_ row: Row) -> Bool {
    let table = row.text("routing-table")
    return ["/ip/vrf", "/ip/route/vrf"].contains { menu in
      entries(menu).contains {
        $0.value("name").text == table || $0.value("routing-mark").text == table
      }
    }
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
    let hosts = gateways.compactMap { IPAddress($0) }
    var exits = Set(gateways)
    for row in addressRows() {
      guard let interface = row.text("interface"),
        let network = row.text("prefix").flatMap({ IPPrefix($0) })
      else { continue }
      if hosts.contains(where: network.contains) { exits.insert(interface) }
    }
    return exits
  }
}
