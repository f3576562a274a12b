import SourceText

/// How the routers of sites learn the way back to the networks that are promised to them, path by path.
struct LANRoutes {
  private let fleet: Fleet
  private let announcements: LANAnnouncements

  /// `pairs` are the sessions that belong together.
  init(_ fleet: Fleet, _ pairs: [(here: Row, far: Row)]) {
    self.fleet = fleet
    announcements = LANAnnouncements(fleet, pairs)
  }

  /// The rows of a router: one for each network it promises, router and path.
  func rows(of device: Int) -> [Row] {
    guard let site = fleet.facts.site(of: device) else { return [] }
    return site.lans.filter { $0.device == device }.flatMap { lan -> [Row] in
      let found = site.devices.subtracting([device]).sorted().flatMap { other -> [Row] in
        let paths = site.paths.filter {
          $0.interfaces[device] != nil && $0.interfaces[other] != nil
        }
        if site.paths.isEmpty { return [row(lan, other, nil, site)] }
        return paths.map { row(lan, other, $0, site) }
      }
      return found + site.absent.flatMap { absentRows(lan, $0, site) }
    }
  }

  private func row(
    _ lan: FleetFacts.LAN, _ other: Int, _ path: FleetFacts.Path?, _ site: FleetFacts.Site
  ) -> Row {
    let far = fleet.devices[other]
    let way = LANWay(
      lan: lan, other: other, here: path?.interfaces[lan.device], there: path?.interfaces[other])
    let bgp = announcements.answer(to: way)
    var row = row(lan, far.name, path, site)
    row.cells["session"] = Cell(bgp.session, .name)
    let answers: [(word: String, cell: Cell)] = [
      ("static", isStatic(way)), ("bgp", bgp.isLearned), ("nat", isTranslated(way, bgp.egresses)),
    ]
    if let learned = answers.first(where: { $0.cell.isYes }) {
      row.cells["learned"] = Cell(learned.word, .choice)
    } else if let doubt = answers.lazy.compactMap(\.cell.doubt).first {
      row.cells["learned"] = Cell(.unknown(doubt), .choice)
    } else {
      row.cells["learned"] = Cell("nothing", .choice)
    }
    return row
  }

  /// Those to a router whose export is not here, by each path that the network has.
  private func absentRows(
    _ lan: FleetFacts.LAN, _ name: String, _ site: FleetFacts.Site
  ) -> [Row] {
    let paths = site.paths.filter { $0.interfaces[lan.device] != nil }.map(Optional.some)
    return (paths.isEmpty ? [nil] : paths).map { path in
      var row = row(lan, name, path, site)
      row.cells["learned"] = Cell(.unknown(.absent(name)), .choice)
      return row
    }
  }

  private func row(
    _ lan: FleetFacts.LAN, _ far: String, _ path: FleetFacts.Path?, _ site: FleetFacts.Site
  ) -> Row {
    let rank = path.flatMap { path in site.paths.firstIndex { $0.name == path.name } }
    let holder = fleet.rows(.addresses, of: lan.device).first {
      $0.text("prefix").flatMap { IPPrefix($0) } == lan.prefix
    }
    return Row(
      "\(lan.prefix) to \(far)" + (path.map { " over \($0.name)" } ?? ""), entry: holder?.entry,
      place: holder?.place ?? Span(0, 0),
      cells: [
        "device": Cell(fleet.devices[lan.device].name), "far-device": Cell(far),
        "path": Cell(path?.name),
        "prefix": holder?.cell("prefix") ?? Cell(lan.prefix.description, .prefix),
        "rank": Cell(rank.map { $0 == 0 ? "main" : "backup" }, .choice),
        "session": Cell(.unset, .name), "site": Cell(site.name),
        "watch": Cell(path?.watch, .choice), "written": Cell(holder != nil),
      ])
  }

  /// Whether a line of the other router leads there. One to everywhere does so only to this router itself.
  private func isStatic(_ way: LANWay) -> Cell {
    let configuration = fleet.devices[way.other].configuration
    var doubt = configuration.incompleteness(of: .routes)
    for route in fleet.rows(.routes, of: way.other) {
      guard route.text("disabled") != "yes", route.text("type") == "unicast",
        let target = route.text("dst-address").flatMap({ IPPrefix($0) }),
        target.holds(way.lan.prefix) || way.lan.prefix.holds(target),
        target.length > 0 || isHere(route, way.lan.device)
      else { continue }
      let egress = route.cell("egress") ?? .none
      if let cause = egress.doubt ?? route.doubt {
        doubt = doubt ?? cause
      } else if let name = egress.text, way.there?.contains(name) ?? true {
        if target.holds(way.lan.prefix) { return Cell(true) }
        doubt = doubt ?? .parts(way.lan.prefix)
      }
    }
    return doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
  }

  private func isHere(_ route: Row, _ device: Int) -> Bool {
    let gateway = route.cell("gateway")?.texts.first.flatMap(Gateway.init)?.address
    return gateway.map { fleet.devices[device].views.holds($0, in: "main").isYes } ?? false
  }

  /// Whether source NAT hides the network from the other router.
  /// `egresses` are those that packets to the other router leave by: the path may have further interfaces
  /// beneath a tunnel.
  private func isTranslated(_ way: LANWay, _ egresses: Set<String>) -> Cell {
    let isOnlyWay = way.here?.count == 1
    let leaving = egresses.isEmpty ? way.here : egresses
    for rule in fleet.rows(.firewallRules, of: way.lan.device)
    where rule.text("table") == "nat" && rule.text("chain") == "srcnat"
      && rule.text("disabled") != "yes"
    {
      let out = rule.cell("out-interfaces") ?? .none
      if let doubt = out.doubt { return Cell(.unknown(doubt), .boolean) }
      if let leaving, !out.takesAny(of: leaving) { continue }
      switch rule.coversSource(way.lan.prefix) {
      case true?:
        if egresses.isEmpty, !isOnlyWay { return Cell(.unknown(.narrowRule), .boolean) }
        return Cell(["masquerade", "src-nat"].contains(rule.text("action")))
      case false?: continue
      case nil: return Cell(.unknown(.narrowRule), .boolean)
      }
    }
    return Cell(false)
  }
}

/// A network that has to be reached from a router over a path.
struct LANWay {
  let lan: FleetFacts.LAN
  /// The router that has to reach it.
  let other: Int
  /// The interfaces of the path on the router of the network; nil for any.
  let here: Set<String>?
  /// Those on the other router.
  let there: Set<String>?
}

extension Row {
  /// Whether a rule of source NAT takes all that comes from a network; nil when other conditions decide.
  fileprivate func coversSource(_ prefix: IPPrefix) -> Bool? {
    let conditions = Set(entry?.writtenProperties ?? []).subtracting([
      "action", "chain", "comment", "disabled", "log", "log-prefix", "out-interface",
      "out-interface-list", "src-address", "src-address-list", "to-addresses",
    ])
    let sources = cell("src-addresses") ?? .none
    let ranges = sources.texts.map { IPAddress.range($0) }
    if sources.doubt != nil || ranges.contains(nil) { return nil }
    let network = prefix.network...prefix.last
    let holds =
      ranges.isEmpty
      || ranges.contains {
        $0.map { $0.contains(network.lowerBound) && $0.contains(network.upperBound) } ?? false
      }
    if holds { return conditions.isEmpty ? true : nil }
    let touches = ranges.contains { $0?.overlaps(network) ?? false }
    return touches ? nil : false
  }
}

extension Cell {
  /// Whether a list of interfaces of a rule takes any of some; none written takes all.
  fileprivate func takesAny(of names: Set<String>) -> Bool {
    if case .unset = content { return true }
    let excluded = Set(texts.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
    return excluded.isEmpty ? !names.isDisjoint(with: texts) : !names.isSubset(of: excluded)
  }
}

extension Cause {
  fileprivate static func absent(_ device: String) -> Cause {
    Cause("the export of \(device) is not here", remedy: "audit the export of \(device), too")
  }

  /// Only networks within one that is promised are known.
  static func parts(_ prefix: IPPrefix) -> Cause {
    Cause(
      "only parts of \(prefix) are routed there", remedy: "route or announce \(prefix) as a whole")
  }

  fileprivate static let narrowRule = Cause(
    "a rule of source NAT may translate some of the network",
    remedy: "compare the rules of /ip firewall nat with the network by hand")
}
