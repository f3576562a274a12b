extension Configuration {
  /// The routes to everywhere: those that lines write, and those that clients add by themselves.
  ///
  /// Routes learned by BGP are no rows: an export does not tell them.
  func defaultRouteRows() -> [Row] {
    var rows = ["/ip/route", "/ipv6/route"].flatMap { menu in
      entries(menu).filter { $0.selector == nil }.compactMap(staticDefault)
    }
    rows += entries("/ip/dhcp-client").compactMap { entry in
      guard entry.isWritten, entry.value("add-default-route").text != "no" else { return nil }
      return clientDefault(
        entry, source: "dhcp-client", gateway: entry.value("interface").text ?? "")
    }
    for (menu, kind) in pppClients {
      rows += entries(menu).compactMap { entry in
        guard entry.value("add-default-route").text == "yes" else { return nil }
        return clientDefault(
          entry, source: kind == "pppoe" ? "pppoe" : "ppp", gateway: entry.value("name").text ?? "")
      }
    }
    rows += lteDefaultRows()
    let intent = FailoverIntent(self, rows)
    return rows.map { row in
      var row = row
      row.cells["fails-over"] = Cell(intent.covers(row))
      return row
    }
  }

  private func staticDefault(_ entry: Entry) -> Row? {
    let family = entry.menu.path == "/ip/route" ? "ip" : "ip6"
    let everywhere = family == "ip" ? "0.0.0.0/0" : "::/0"
    guard (entry.value("dst-address").text ?? everywhere) == everywhere else { return nil }
    let isHole = entry.value("blackhole").text.map { $0 != "no" } ?? false
    let type = isHole ? Cell("blackhole", .choice) : Cell("type", of: entry)
    return Row(
      "via \(entry.value("gateway").text ?? "nothing") in \(table(of: entry).text ?? "main")",
      entry: entry, place: entry.place,
      cells: [
        "family": Cell(family, .choice), "routing-table": table(of: entry),
        "source": Cell("static", .choice),
        "type": family == "ip6" && !isHole ? Cell("unicast", .choice) : type,
      ])
  }

  /// RouterOS 6 calls the table a routing mark (MikroTik's manual, "Moving from RouterOS 6 to 7").
  private func table(of entry: Entry) -> Cell {
    let mark = Cell("routing-mark", of: entry)
    return mark.evidence == nil ? Cell("routing-table", of: entry) : mark
  }

  private func clientDefault(_ entry: Entry, source: String, gateway: String) -> Row {
    let distance = Cell("default-route-distance", of: entry)
    return Row(
      "of \(source) \(gateway)", entry: entry, place: entry.place,
      cells: [
        "distance": Cell(
          distance.content, .integer, at: distance.evidence, isDefault: distance.isDefault),
        "dst-address": Cell("0.0.0.0/0", .prefix), "family": Cell("ip", .choice),
        "gateway": Cell(gateway, .set), "routing-table": Cell("main", .name),
        "source": Cell(source, .choice), "type": Cell("unicast", .choice),
      ])
  }
}
