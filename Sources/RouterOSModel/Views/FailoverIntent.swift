/// Which routing tables of a router are meant to fail over, as far as its export shows intent.
///
/// A table is, when two default routes are written in it, even if one of them is disabled; and `main`
/// is, too, when its default route stands beside one in another table, an LTE interface or a tunnel
/// that is dialled. A router with one uplink is not.
struct FailoverIntent {
  private var tables: Set<String> = []

  /// Whether the router has a table that is meant to fail over.
  var isAny: Bool { !tables.isEmpty }

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

  /// Whether the router has an LTE interface other than the one its default route leaves by, or a
  /// tunnel that is dialled.
  fileprivate func hasAnotherPath(beside routes: [Row]) -> Bool {
    let dialled = tunnelClients.contains { menu, _ in
      entries(menu).contains { tunnel in
        let name = tunnel.value("name").text ?? ""
        return tunnel.value("disabled").text == "no" && !routes.contains { leaves($0, by: name) }
      }
    }
    return dialled
      || lteInterfaces().contains { lte in !routes.contains { leaves($0, by: lte.name) } }
  }

  private func leaves(_ route: Row, by interface: String) -> Bool {
    let gateways = route.cell("gateway")?.texts ?? []
    let networks = addressRows().filter { $0.text("interface") == interface }
      .compactMap { $0.text("prefix").flatMap { IPPrefix($0) } }
    return gateways.contains { gateway in
      gateway == interface
        || IPAddress(gateway).map { address in
          networks.contains { $0.contains(address) }
        } ?? false
    }
  }
}
