import RouterOSSyntax
import SourceText

/// An LTE interface that the export has lines for, or only speaks of.
struct LTEInterface {
  let name: String
  /// Its own line, or the one that speaks of all; nil if there is neither.
  let entry: Entry?
  /// The place that speaks of it first.
  let place: Span
}

extension Configuration {
  /// The LTE interfaces that are not switched off, by name. One that keeps its factory settings has no
  /// line in a compact export, so other lines that name an interface `lte1` count, too.
  func lteInterfaces() -> [LTEInterface] { keptLTEInterfaces.value(findLTEInterfaces) }

  private func findLTEInterfaces() -> [LTEInterface] {
    var found: [String: LTEInterface] = [:]
    var known: Set<String> = []
    var rest: Entry?
    for entry in entries("/interface/lte") {
      let factoryName = entry.selector?.split(separator: "=").last.map(String.init)
      guard let name = entry.value("name").text ?? factoryName else {
        rest = entry
        continue
      }
      known.formUnion([name, factoryName ?? name])
      if entry.value("disabled").text == "yes" { continue }
      found[name] = LTEInterface(name: name, entry: entry, place: entry.place)
    }
    if rest?.value("disabled").text == "yes" { return found.values.sorted { $0.name < $1.name } }
    for (menu, property) in Self.mentions {
      for entry in entries(menu) {
        let cell = Cell(property, of: entry)
        guard let place = cell.evidence else { continue }
        for name in cell.texts where kindOfFactoryName(name) == "lte" && known.insert(name).inserted
        {
          found[name] = LTEInterface(name: name, entry: rest, place: rest?.place ?? place)
        }
      }
    }
    if let rest, found.isEmpty {
      found["lte1"] = LTEInterface(name: "lte1", entry: rest, place: rest.place)
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// The default route that each LTE interface may add by itself.
  ///
  /// `add-default-route` of its APN profile is yes unless a line says otherwise (MikroTik's manual,
  /// "LTE"), but whether that is meant is not certain unless a line speaks of the route.
  func lteDefaultRows(_ tables: RoutingTables) -> [Row] {
    let known = NamedEntries(of: "/interface/lte/apn", in: self)
    return lteInterfaces().compactMap { interface in
      let profiles = lteProfiles(of: interface, known)
      guard profiles.isWhole == false || !profiles.adding.isEmpty else { return nil }
      let cause = Cause(
        "'\(interface.name)' may add a default route of its own",
        remedy:
          "set add-default-route of its APN profile to no, or to yes with a distance of its own"
      )
      let gap = incompleteness(of: ["/interface/lte/apn"])
      let writer =
        profiles.isWhole && gap == nil ? profiles.adding.lazy.compactMap(\.routeSpan).first : nil
      let distances = profiles.adding.map { Cell("default-route-distance", of: $0) }
      let distance =
        Set(distances.map(\.text)).count == 1 && profiles.isWhole ? distances.first : nil
      return Row(
        "of lte \(interface.name)", entry: interface.entry, place: writer ?? interface.place,
        doubt: writer == nil ? gap ?? cause : nil,
        cells: [
          "check-gateway": Cell("none", .choice), "disabled": Cell(false),
          "dst-address": Cell("0.0.0.0/0", .prefix),
          "distance": Cell(
            distance?.content ?? .unknown(cause), .integer, at: distance?.evidence,
            isDefault: distance?.isDefault ?? true),
          "family": Cell("ip", .choice), "gateway": Cell(interface.name, .set),
          "routing-table": tables.table(of: interface.name), "scope": Cell("30", .integer),
          "source": Cell("lte", .choice), "target-scope": Cell("10", .integer),
          "type": Cell("unicast", .choice),
          "written": Cell(interface.entry != nil || writer != nil),
        ])
    }
  }

  /// The APN profiles of an interface that add a default route, and whether all are in the export.
  private func lteProfiles(of interface: LTEInterface, _ known: NamedEntries) -> (
    adding: [Entry], isWhole: Bool
  ) {
    let names = interface.entry.map { Cell("apn-profiles", of: $0).texts } ?? ["default"]
    let profiles = names.map { known[$0] }
    let adding = profiles.compactMap { $0 }.filter { $0.value("add-default-route").text != "no" }
    return (adding, profiles.allSatisfy { $0 != nil })
  }

  /// The properties that name an interface and that routers with LTE use it in.
  private static let mentions = [
    ("/ip/address", "interface"), ("/ip/dhcp-client", "interface"), ("/ip/route", "gateway"),
    ("/interface/list/member", "interface"), ("/ip/firewall/nat", "out-interface"),
    ("/ip/firewall/filter", "in-interface"), ("/interface/bridge/port", "interface"),
  ]
}

extension Entry {
  /// The argument of an APN profile that speaks of its default route.
  fileprivate var routeSpan: Span? {
    for property in ["add-default-route", "default-route-distance"] {
      if case .written(let span) = value(property).origin { return span }
    }
    return nil
  }
}
