/// What looks whether the paths of routes work: the routes themselves, and scripts that change them.
struct RouteWatchers {
  /// What scripts of netwatch name, where they certainly switch the routes of that name.
  private var named: Set<String> = []
  /// The hosts that those of netwatch look at, by what they name.
  private var hosts: [String: Set<IPAddress>] = [:]
  /// Why a script of netwatch may change any route; nil when none may.
  private var netwatch: Cause?
  /// Why some other script may; nil when none may.
  private var script: Cause?

  init(_ configuration: Configuration) {
    netwatch = configuration.incompleteness(of: ["/tool/netwatch"])
    script = configuration.incompleteness(of: ["/system/scheduler", "/system/script"])
    for entry in configuration.entries("/tool/netwatch")
    where entry.value("disabled").text != "yes" {
      for property in ["down-script", "test-script", "up-script"] {
        guard let text = entry.value(property).text else { continue }
        let source = RouteScript(text)
        guard source.mayChangeRoutes else { continue }
        if source.isPlain {
          // To take a route back into use helps only what took it out.
          guard property != "up-script", source.takesOut else { continue }
          named.formUnion(source.words)
          guard let host = entry.value("host").text.flatMap({ IPAddress($0) }) else { continue }
          for word in source.words where hosts[word]?.count ?? 0 < Self.mostHosts {
            hosts[word, default: []].insert(host)
          }
        } else {
          netwatch = netwatch ?? Self.watch
        }
      }
    }
    for (menu, property) in [("/system/scheduler", "on-event"), ("/system/script", "source")] {
      for entry in configuration.entries(menu) where entry.value("disabled").text != "yes" {
        guard let text = entry.value(property).text, RouteScript(text).changesRoutes else {
          continue
        }
        script = script ?? Self.other
      }
    }
  }

  /// What check-gateway looks at: the next hop, or what lies beyond it when that is reached by way of
  /// another route.
  func watchCell(
    _ row: Row, _ fact: RouteFacts, _ reach: Reach, _ networks: ConnectedNetworks
  ) -> Cell {
    if row.namesOfRoute.contains(where: { isWatchedBeyond($0, fact, networks) }) {
      return Cell("beyond-gateway", .choice)
    }
    guard fact.gateway?.address != nil else { return Cell(nil, .choice) }
    switch reach {
    case .nothing, .hole: return Cell(nil, .choice)
    case .unknown(let cause):
      return fact.checks ? Cell(.unknown(cause), .choice) : Cell(nil, .choice)
    case .reached(let egress, let isRecursive):
      let isNear = fact.gateway?.address.map { !networks.prefixes(holding: $0).isEmpty } ?? false
      if fact.checks { return Cell(isRecursive && !isNear ? "beyond-gateway" : "gateway", .choice) }
      return Cell(egress.isChecked ? "gateway" : nil, .choice)
    }
  }

  /// What looks along the path of a route, as far as that is certain.
  func watchedCell(_ row: Row, _ fact: RouteFacts, _ reach: Reach) -> Cell {
    if fact.isHole { return Cell(nil, .set) }
    if let cause = netwatch { return Cell(.unknown(cause), .set) }
    if row.text("check-gateway") == "bfd" { return Cell(.unknown(Self.bfd), .set) }
    if let doubt = row.cell("check-gateway")?.writtenDoubt { return Cell(.unknown(doubt), .set) }
    var watchers: [String] = []
    if fact.checks && fact.gateway?.address != nil { watchers.append("check-gateway") }
    switch reach {
    case .nothing, .hole: break
    case .unknown(let cause): if watchers.isEmpty { return Cell(.unknown(cause), .set) }
    case .reached(let egress, _):
      if egress.isChecked, watchers.isEmpty { watchers.append("check-gateway") }
      if let doubt = egress.doubt, watchers.isEmpty { return Cell(.unknown(doubt), .set) }
    }
    if row.namesOfRoute.contains(where: named.contains) { watchers.append("netwatch") }
    if watchers.isEmpty, let script { return Cell(.unknown(script), .set) }
    return Cell(watchers.isEmpty ? .unset : .known(watchers), .set)
  }

  /// Whether netwatch looks at a host behind the next hop, and switches a route by a name of it.
  private func isWatchedBeyond(
    _ name: String, _ fact: RouteFacts, _ networks: ConnectedNetworks
  ) -> Bool {
    (hosts[name] ?? []).contains { host in
      host != fact.gateway?.address && networks.prefixes(holding: host).isEmpty
    }
  }

  private static let mostHosts = 64

  private static let watch = Cause(
    "a script of netwatch may change routes",
    remedy: "name the routes in the script by comment, or set check-gateway of each")

  private static let other = Cause(
    "a script or scheduler changes routes",
    remedy: "set check-gateway of the route, which needs no script")

  private static let bfd = Cause(
    "nobody documents whether BFD watches the gateways of routes",
    remedy: "set check-gateway to ping")
}

extension Row {
  /// What scripts may call a route: its comment, or its next hop.
  fileprivate var namesOfRoute: [String] {
    [text("comment"), cell("gateway")?.texts.first].compactMap { $0 }.filter { !$0.isEmpty }
  }
}

/// The words of a script that is kept in a property.
private struct RouteScript {
  /// Its words, and the texts it holds in quotes.
  let words: Set<String>
  /// Whether it speaks of routes, and changes something.
  let changesRoutes: Bool
  /// Whether it runs what stands elsewhere.
  private let runsOthers: Bool
  private let hasVariables: Bool

  init(_ text: String) {
    var words: Set<String> = []
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if place % 2 == 1 { words.insert(String(part)) }
      for word in part.split(whereSeparator: Self.separates) { words.insert(String(word)) }
    }
    self.words = words
    let isAboutRoutes = words.contains("route")
    changesRoutes = isAboutRoutes && !words.isDisjoint(with: Self.changing)
    runsOthers = words.contains("script") && words.contains("run") || words.contains("import")
    hasVariables = text.utf8.contains(UInt8(ascii: "$"))
  }

  var mayChangeRoutes: Bool { changesRoutes || runsOthers }

  /// Whether it certainly changes the routes that it names, and no others.
  var isPlain: Bool {
    changesRoutes && !runsOthers && !hasVariables && words.contains("find")
      && !words.isDisjoint(with: ["comment", "gateway"])
  }

  /// Whether it takes what it names out of use, or puts it behind others.
  var takesOut: Bool {
    !words.isDisjoint(with: ["disable", "remove"])
      || words.contains("set") && !words.isDisjoint(with: ["disabled", "distance"])
  }

  private static let changing = ["add", "disable", "enable", "remove", "set"]

  private static func separates(_ character: Character) -> Bool {
    character.isWhitespace || "=[]();{}/\"".contains(character)
  }
}
