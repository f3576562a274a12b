import RouterOSSyntax
import SourceText

/// An LTE interface that the export has lines for, or only speaks of.
struct LTEInterface {
  let name: String
  /// Its own line, if there is one.
  let entry: Entry?
  /// The place that speaks of it first.
  let place: Span
}

extension Configuration {
  /// The LTE interfaces, by name. One that keeps its factory settings has no line in a compact export,
  /// so other lines that name an interface `lte1` count, too.
  func lteInterfaces() -> [LTEInterface] {
    var found: [String: LTEInterface] = [:]
    for entry in entries("/interface/lte") where entry.value("disabled").text != "yes" {
      let factoryName = entry.selector?.split(separator: "=").last.map(String.init)
      let name = entry.value("name").text ?? factoryName ?? "lte1"
      found[name] = LTEInterface(name: name, entry: entry, place: entry.place)
      if let factoryName, found[factoryName] == nil { found[factoryName] = found[name] }
    }
    for (menu, property) in Self.mentions {
      for entry in entries(menu) {
        let cell = Cell(property, of: entry)
        guard let place = cell.evidence else { continue }
        for name in cell.texts where isFactoryName(name) && found[name] == nil {
          found[name] = LTEInterface(name: name, entry: nil, place: place)
        }
      }
    }
    return Dictionary(grouping: found.values, by: \.name).values.compactMap(\.first)
      .sorted { $0.name < $1.name }
  }

  /// The default route that each LTE interface may add by itself: `add-default-route` of its APN
  /// profile is yes unless a line says otherwise (MikroTik's manual, "LTE"), but whether the modem
  /// gives the router an address that way is not written anywhere.
  func lteDefaultRows() -> [Row] {
    let profiles = NamedEntries(of: "/interface/lte/apn", in: self)
    return lteInterfaces().compactMap { interface in
      let profile = profiles[interface.entry?.value("apn-profiles").text ?? "default"]
      guard profile?.value("add-default-route").text != "no" else { return nil }
      let distance = profile.map { Cell("default-route-distance", of: $0) }
      let cause = Cause(
        "'\(interface.name)' may add a default route of its own",
        remedy:
          "set add-default-route of its APN profile to no, or to yes with a distance of its own"
      )
      return Row(
        "of lte \(interface.name)", entry: interface.entry, place: interface.place, doubt: cause,
        cells: [
          "disabled": Cell(false), "dst-address": Cell("0.0.0.0/0", .prefix),
          "distance": Cell(
            distance?.content ?? .unknown(cause), .integer, at: distance?.evidence,
            isDefault: distance?.isDefault ?? true),
          "family": Cell("ip", .choice), "gateway": Cell(interface.name, .set),
          "routing-table": Cell("main", .name), "source": Cell("lte", .choice),
          "type": Cell("unicast", .choice), "written": Cell(interface.entry != nil),
        ])
    }
  }

  private func isFactoryName(_ name: String) -> Bool {
    name.hasPrefix("lte") && name.utf8.count > 3
      && name.utf8.dropFirst(3).allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// The properties that name an interface and that routers with LTE use it in.
  private static let mentions = [
    ("/ip/address", "interface"), ("/ip/dhcp-client", "interface"), ("/ip/route", "gateway"),
    ("/interface/list/member", "interface"), ("/ip/firewall/nat", "out-interface"),
    ("/ip/firewall/filter", "in-interface"), ("/interface/bridge/port", "interface"),
  ]
}
