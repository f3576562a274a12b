/// Which of the routes of a router are meant.
enum WantedRoutes {
  case all
  /// Those that lead to everywhere, or may do so.
  case defaults
}

extension Configuration {
  /// The routes of a router: those that lines write, and those that clients add by themselves.
  ///
  /// Routes learned by BGP or from advertisements of IPv6 routers are no rows: an export does not tell
  /// them. A route over several gateways has a row for each: the first is the route, those that it is
  /// balanced over have the source `ecmp`.
  func routeRows(_ wanted: WantedRoutes) -> [Row] {
    var rows = ["/ip/route", "/ipv6/route"].flatMap { menu in
      entries(menu).filter { $0.selector == nil }.flatMap { staticRoutes($0, wanted) }
    }
    let tables = RoutingTables(self)
    rows += dhcpDefaults("/ip/dhcp-client", "ip", tables)
    rows += dhcpDefaults("/ipv6/dhcp-client", "ip6", tables)
    for (menu, kind) in pppClients {
      rows += entries(menu).compactMap { entry in
        let adds = Cell("add-default-route", of: entry)
        guard adds.isYes || adds.writtenDoubt != nil else { return nil }
        let name = entry.value("name").text ?? ""
        return clientDefault(
          entry, source: kind == "pppoe" ? "pppoe" : "ppp", gateway: name, family: "ip",
          distance: Cell("default-route-distance", of: entry), table: tables.table(of: name),
          doubt: adds.writtenDoubt)
      }
    }
    return rows + lteDefaultRows(tables)
  }

  private func staticRoutes(_ entry: Entry, _ wanted: WantedRoutes) -> [Row] {
    let family: IPAddress.Family = entry.menu.path == "/ip/route" ? .ip : .ip6
    let destination = Cell("dst-address", of: entry)
    // Routers print an empty destination, and nobody documents what it is.
    let isEmpty = destination.evidence != nil && destination.texts.isEmpty
    let doubt = destination.writtenDoubt ?? (isEmpty ? emptyDestination : nil)
    let mayBeDefault =
      destination.texts.isEmpty || destination.texts.contains(where: family.isEverywhere)
    guard wanted == .all || mayBeDefault else { return [] }
    var route = staticRoute(entry, family: family.rawValue, wanted == .defaults ? doubt : nil)
    if wanted == .all, let doubt {
      route.cells["dst-address"] = Cell(.unknown(doubt), .prefix, at: destination.evidence)
    }
    let gateways = Cell("gateway", of: entry)
    return [route]
      + gateways.texts.dropFirst().map { gateway in
        var row = Row(
          "\(route.title) over \(gateway)", entry: entry, place: route.place, doubt: route.doubt,
          cells: route.cells)
        row.cells["gateway"] = Cell(.known([gateway]), .set, at: gateways.evidence)
        row.cells["source"] = Cell("ecmp", .choice)
        return row
      }
  }

  private func staticRoute(_ entry: Entry, family: String, _ doubt: Cause?) -> Row {
    let hole = Cell("blackhole", of: entry)
    let isHole = hole.writtenDoubt == nil && hole.text.map { $0 != "no" } ?? false
    let written = isHole ? Cell("blackhole", .choice) : Cell("type", of: entry)
    let isPlain = family == "ip6" && !isHole && written.evidence == nil
    let unicast = isPlain ? Cell("unicast", .choice) : written
    let type = hole.writtenDoubt.map { Cell(.unknown($0), .choice, at: hole.evidence) } ?? unicast
    let everywhere = doubt.map { _ in Cell(family == "ip" ? "0.0.0.0/0" : "::/0", .prefix) }
    return Row(
      "via \(entry.value("gateway").text ?? "nothing") in \(entry.tableOfRoute.text ?? "main")",
      entry: entry, place: entry.place, doubt: doubt,
      cells: [
        "dst-address": everywhere ?? Cell("dst-address", of: entry),
        "family": Cell(family, .choice), "routing-table": entry.tableOfRoute,
        "source": Cell("static", .choice),
        "type": type,
      ])
  }

  private func dhcpDefaults(_ menu: String, _ family: String, _ tables: RoutingTables) -> [Row] {
    let ports = namedBridgePorts()
    return entries(menu).flatMap { entry -> [Row] in
      let adds = Cell("add-default-route", of: entry)
      guard entry.isWritten, adds.text != "no",
        entry.value("interface").text.flatMap({ ports[$0] }) == nil
      else { return [] }
      return tables.destinations(of: entry).map { destination in
        clientDefault(
          entry, source: "dhcp-client", gateway: entry.value("interface").text ?? "",
          family: family, distance: destination.distance, table: destination.table,
          doubt: adds.writtenDoubt)
      }
    }
  }

  private func clientDefault(
    _ entry: Entry, source: String, gateway: String, family: String, distance: Cell, table: Cell,
    doubt: Cause?
  ) -> Row {
    let name = table.text ?? "main"
    return Row(
      "of \(source) \(gateway)\(name == "main" ? "" : " in \(name)")", entry: entry,
      place: entry.place, doubt: doubt,
      cells: [
        "distance": Cell(
          distance.content, .integer, at: distance.evidence, isDefault: distance.isDefault),
        "check-gateway": Cell("none", .choice),
        "dst-address": Cell(family == "ip" ? "0.0.0.0/0" : "::/0", .prefix),
        "family": Cell(family, .choice), "gateway": Cell(gateway, .set), "routing-table": table,
        "scope": Cell("30", .integer), "source": Cell(source, .choice),
        "target-scope": Cell("10", .integer), "type": Cell("unicast", .choice),
      ])
  }
}

extension Entry {
  /// The table that a route is in. RouterOS 6 calls it a routing mark (MikroTik's manual, "Moving from
  /// RouterOS 6 to 7").
  var tableOfRoute: Cell {
    let mark = Cell("routing-mark", of: self)
    return mark.evidence == nil ? Cell("routing-table", of: self) : mark
  }
}

extension IPAddress.Family {
  /// Whether a network is everywhere; older configurations write all addresses of IPv6 that are in use.
  func isEverywhere(_ prefix: String) -> Bool {
    switch self {
    case .ip: prefix == "0.0.0.0/0"
    case .ip6: prefix == "::/0" || prefix == "2000::/3"
    }
  }
}

private let emptyDestination = Cause(
  "nobody documents where a route with an empty dst-address leads",
  remedy: "write dst-address=0.0.0.0/0, or the network that is meant")
