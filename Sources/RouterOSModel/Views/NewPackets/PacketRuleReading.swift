import SourceText

/// Makes rules of one family ready to be held against packets.
struct PacketRuleReading {
  private let sets: AddressSets
  private let family: IPAddress.Family
  /// Whether something marks connections, packets or routes, by the name of the matcher.
  private let marks: Set<String>
  private let hasHotspot: Bool
  /// The matchers of interfaces that rules have, each once.
  private(set) var matchers: [InterfaceMatcher] = []
  private var places: [InterfaceMatcher: Int] = [:]

  init(_ views: RouterViews, _ family: IPAddress.Family) {
    sets = AddressSets(views, family)
    self.family = family
    let base = family == .ip ? "/ip" : "/ipv6"
    let actions = Set(
      views.configuration.entries("\(base)/firewall/mangle").compactMap { $0.value("action").text })
    marks = Set(
      ["connection", "packet", "routing"].filter { actions.contains("mark-\($0)") }.map {
        "\($0)-mark"
      })
    hasHotspot = !views.configuration.entries("/ip/hotspot").isEmpty
  }

  /// A rule of a table; nil for one that is off or lets packets go on.
  mutating func rule(_ entry: Entry, _ table: String) -> PacketRule? {
    let disabled = Cell("disabled", of: entry)
    guard disabled.text != "yes", let action = Self.action(of: entry, table) else { return nil }
    return rule(entry, action)
  }

  /// A rule that keeps connections from being tracked; nil for one that is off.
  mutating func untracking(_ entry: Entry) -> PacketRule? {
    entry.value("disabled").text == "yes" ? nil : rule(entry, .accept)
  }

  private mutating func rule(_ entry: Entry, _ action: PacketRule.Action) -> PacketRule {
    var rule = PacketRule(action: action, place: entry.place)
    let disabled = Cell("disabled", of: entry)
    if let cause = disabled.doubt { rule.rest.add(.maybe, cause) }
    for property in entry.writtenProperties where !FirewallRuleRows.isNoCondition(property) {
      let cell = Cell(property, of: entry)
      if let cause = cell.doubt {
        rule.rest.add(.maybe, cause)
      } else if !cell.texts.isEmpty {
        add(property, cell.texts, to: &rule)
      }
    }
    if rule.senders.count > 1 || rule.sendersBySign != .all { rule.senderList = nil }
    return rule
  }

  private static func action(of entry: Entry, _ table: String) -> PacketRule.Action? {
    let cell = Cell("action", of: entry)
    if let cause = cell.doubt { return .unknown(cause) }
    switch (cell.text ?? "accept", table) {
    case ("endpoint-independent-nat", "srcnat"), ("masquerade", "srcnat"), ("netmap", "srcnat"),
      ("same", "srcnat"), ("src-nat", "srcnat"):
      return .drop
    case ("accept", _): return .accept
    case ("drop", _), ("reject", _), ("tarpit", _): return .drop
    case ("return", _): return .leave
    case ("jump", _): return Cell("jump-target", of: entry).text.map { .jump($0) }
    case ("add-src-to-address-list", _):
      return Cell("address-list", of: entry).text.map { .enlist($0) }
    case ("redirect", "nat"): return .redirect(ports(of: entry))
    case ("dst-nat", "nat"), ("netmap", "nat"):
      return Cell("to-addresses", of: entry).texts.isEmpty ? .redirect(ports(of: entry)) : .drop
    case _: return nil
    }
  }

  private static func ports(of entry: Entry) -> RuleValue? {
    let texts = Cell("to-ports", of: entry).texts
    return texts.isEmpty ? nil : RuleValue.ports(texts.joined(separator: ","))
  }

  private mutating func add(_ property: String, _ texts: [String], to rule: inout PacketRule) {
    let text = texts.joined(separator: ",")
    switch property {
    case "in-interface", "in-interface-list", "in-bridge-port", "in-bridge-port-list":
      rule.incoming.append(place(of: InterfaceMatcher(property, text)))
    case "out-interface", "out-interface-list", "out-bridge-port", "out-bridge-port-list":
      rule.outgoing.append(place(of: InterfaceMatcher(property, text)))
    case "protocol": rule.transport = .words(texts)
    case "dst-port", "port", "any-port", "src-port":
      guard let ports = RuleValue.ports(text) else {
        return rule.rest.add(.maybe, .matcher(property))
      }
      rule.ports.append(
        PacketRule.PortMatcher(
          side: property == "dst-port"
            ? .destination : property == "src-port" ? .source : .either, ports: ports))
    case "dst-address":
      guard let set = sets.set(texts) else { return rule.rest.add(.maybe, .matcher(property)) }
      rule.destinations.append(set)
    case "dst-address-list": rule.destinations.append(sets.list(text))
    case "src-address":
      guard let set = sets.set(texts) else { return rule.rest.add(.maybe, .matcher(property)) }
      add(set, to: &rule)
    case "src-address-list":
      if !text.hasPrefix("!") { rule.senderList = text }
      add(sets.list(text), to: &rule)
    case "src-mac-address":
      rule.rest.sources = text.hasPrefix("!") ? .others : .named(1)
      rule.sendersBySign = text.hasPrefix("!") ? .most : .rare
    case "connection-state": rule.states = .words(texts)
    case "tcp-flags": rule.flags = Self.flags(texts)
    case "dst-address-type":
      rule.local = Self.type(text, ofOurs: "local")
      rule.remote = Self.type(text, ofOurs: "unicast")
    case _: rule.rest.add(extent(of: property, text), .matcher(property))
    }
  }

  private mutating func place(of matcher: InterfaceMatcher) -> Int {
    if let place = places[matcher] { return place }
    places[matcher] = matchers.count
    matchers.append(matcher)
    return matchers.count - 1
  }

  private func add(_ set: AddressSet, to rule: inout PacketRule) {
    rule.senders.append(set)
    if set.isEverybody(family) {
      if set.isInverted { rule.rest.add(.none, .matcher("src-address")) }
      return
    }
    switch (rule.rest.sources, set.isInverted) {
    case (.named(let size), false): rule.rest.sources = .named(min(size, set.size))
    case (.anybody, false), (.others, false): rule.rest.sources = .named(set.size)
    case (.anybody, true): rule.rest.sources = .others
    case (.named, true), (.others, true): break
    }
  }

  /// The first packet of TCP bears `syn`, and nothing else that rules ask for but for congestion.
  private static func flags(_ texts: [String]) -> PacketExtent {
    texts.reduce(.all) { extent, text in
      let isInverted = text.hasPrefix("!")
      let flag = isInverted ? String(text.dropFirst()) : text
      let own: PacketExtent = ["cwr", "ece"].contains(flag) ? .some : flag == "syn" ? .all : .none
      return extent.and(isInverted ? own.inverted : own)
    }
  }

  private static func type(_ text: String, ofOurs ours: String) -> PacketExtent {
    let isInverted = text.hasPrefix("!")
    let type = isInverted ? String(text.dropFirst()) : text
    // Nobody documents whether an address of the router is unicast, too.
    let own: PacketExtent =
      type == ours ? .all : type == "unicast" || type == "local" && ours != "local" ? .maybe : .none
    return isInverted ? own.inverted : own
  }
}

extension PacketRuleReading {
  /// What matchers take that ask for more than addresses, ports, interfaces and states.
  private func extent(of property: String, _ text: String) -> PacketExtent {
    let isInverted = text.hasPrefix("!")
    let extent = positiveExtent(of: property, isInverted ? String(text.dropFirst()) : text)
    return isInverted ? extent.inverted : extent
  }

  private func positiveExtent(of property: String, _ text: String) -> PacketExtent {
    switch property {
    // Packets that begin a connection were not translated, and came in clear.
    case "connection-nat-state": .none
    case "ipsec-policy":
      text.hasSuffix("none") ? .all : text.hasSuffix("ipsec") ? .none : .maybe
    case "connection-mark", "packet-mark", "routing-mark":
      marks.contains(property) || text == "main" ? .maybe : text == "no-mark" ? .all : .none
    case "src-address-type": text == "unicast" ? .all : .none
    case "hotspot": hasHotspot ? .maybe : .none
    case "fragment": text == "no" ? .all : .none
    case _:
      Self.limits.contains(property) ? .some : Self.contents.contains(property) ? .rare : .maybe
    }
  }

  private static let limits: Set<String> = ["connection-limit", "dst-limit", "limit"]

  private static let contents: Set<String> = [
    "connection-bytes", "connection-rate", "connection-type", "content", "dscp", "headers",
    "icmp-options", "ingress-priority", "ipv4-options", "layer7-protocol", "priority", "psd",
    "tcp-mss", "tls-host", "tos",
  ]
}
