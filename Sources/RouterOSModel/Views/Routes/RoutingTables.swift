/// Which routing table the routes of an interface go to: that of its VRF, else `main`.
///
/// MikroTik's manual, "Virtual Routing and Forwarding": `/ip vrf` in RouterOS 7, `/ip route vrf` in 6.
struct RoutingTables {
  private var tables: [String: Cell] = [:]
  private var vrfs: Set<String> = []
  private var gap: Cause?

  init(_ configuration: Configuration) {
    gap = configuration.incompleteness(of: ["/ip/vrf", "/ip/route/vrf"])
    for (menu, name) in [("/ip/vrf", "name"), ("/ip/route/vrf", "routing-mark")] {
      for entry in configuration.entries(menu) where entry.value("disabled").text != "yes" {
        let table = Cell(name, of: entry)
        let parts = [Cell("interfaces", of: entry), Cell("disabled", of: entry)]
        if let name = table.text { vrfs.insert(name) }
        gap = gap ?? parts.lazy.compactMap(\.writtenDoubt).first
        for interface in Cell("interfaces", of: entry).texts where tables[interface] == nil {
          tables[interface] = table
        }
      }
    }
  }

  /// The table of `interface`.
  func table(of interface: String) -> Cell {
    if let gap { return Cell(.unknown(gap), .name) }
    return tables[interface] ?? Cell("main", .name)
  }

  /// The table that the gateways of a route are looked up in: a VRF has networks of its own, while what
  /// only a routing mark or rule leads to shares those of `main`.
  func tableOfGateways(_ table: String) -> String { vrfs.contains(table) ? table : "main" }

  /// The tables that a client of DHCP adds its default route to, each with its distance: those of
  /// `default-route-tables=main:1,isp2`, where `default` is the table of its interface.
  func destinations(of client: Entry) -> [(table: Cell, distance: Cell)] {
    let written = Cell("default-route-tables", of: client)
    let names = written.texts.isEmpty ? ["default"] : written.texts
    let common = Cell("default-route-distance", of: client)
    return names.map { name in
      let parts = name.split(separator: ":").map(String.init)
      let table = parts.first ?? name
      let distance =
        parts.count > 1 ? Cell(.known([parts[1]]), .integer, at: written.evidence) : common
      if table == "default" {
        return (self.table(of: client.value("interface").text ?? ""), distance)
      }
      return (Cell(table, .name, at: written.evidence), distance)
    }
  }
}
