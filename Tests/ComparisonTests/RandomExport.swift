/// Numbers that look random and are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// A router that could be: names are there before they are used, keys are unique, and rules may be twins.
struct RandomExport {
  var bridges: [String]
  var vlans: [(name: String, id: Int, bridge: Int)]
  var ports: [(interface: Int, bridge: Int)]
  var addresses: [(host: Int, vlan: Int, comment: Bool)]
  var rules: [Rule]
  var routes: [(prefix: Int, gateway: Int, distance: Int)]
  var resolver: (servers: Int, isOpen: Bool)
  var services: [Bool]

  struct Rule {
    var chain: Int
    var action: Int
    var port: Int
    var vlan: Int?
    var comment: Int?
  }

  init(_ random: inout SeededGenerator) {
    func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let bridgeCount = 1 + number(3)
    bridges = (0..<bridgeCount).map { "bridge\($0)" }
    vlans = (0..<(1 + number(4))).map { ("vlan\($0)", 10 + $0, number(bridgeCount)) }
    let vlanCount = vlans.count
    ports = (0..<number(5)).map { ($0 + 1, number(bridgeCount)) }
    addresses = (0..<number(5)).map { ($0, number(vlanCount), number(3) == 0) }
    rules = (0..<number(9)).map { _ in
      Rule(
        chain: number(2), action: number(3), port: number(5),
        vlan: number(3) == 0 ? number(vlanCount) : nil, comment: number(3) > 0 ? number(20) : nil)
    }
    routes = (0..<number(4)).map { ($0, number(9), 1 + number(3)) }
    resolver = (number(3), number(2) == 0)
    services = (0..<3).map { _ in number(2) == 0 }
  }

  /// Changes a few things.
  mutating func edit(_ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...5, using: &random) { editOnce(&random) }
  }

  private mutating func editOnce(_ random: inout SeededGenerator) {
    func number(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }
    switch number(10) {
    case 0: rules.shuffle(using: &random)
    case 1 where !rules.isEmpty: rules.remove(at: number(rules.count))
    case 2:
      let rule = Rule(
        chain: number(2), action: number(3), port: number(5), vlan: nil, comment: 20 + number(99))
      rules.insert(rule, at: number(rules.count + 1))
    case 3 where !rules.isEmpty: rules[number(rules.count)].action = number(3)
    case 4 where !routes.isEmpty: routes[number(routes.count)].distance = 1 + number(5)
    case 5: resolver = (number(3), number(2) == 0)
    case 6: services[number(3)].toggle()
    case 7 where !addresses.isEmpty: addresses.remove(at: number(addresses.count))
    case 8: vlans[number(vlans.count)].name = "lan\(number(90))x\(vlans.count)"
    case 9: bridges.append("new\(bridges.count)")
    case _: ports.removeAll { $0.interface == 1 }
    }
  }

  /// The export, as a router prints it.
  var text: String {
    var text = "/interface bridge\n"
    for bridge in bridges { text += "add name=\(bridge)\n" }
    text += "/interface vlan\n"
    for vlan in vlans {
      text += "add interface=\(bridges[vlan.bridge]) name=\(vlan.name) vlan-id=\(vlan.id)\n"
    }
    text += "/interface bridge port\n"
    for port in ports {
      text += "add bridge=\(bridges[port.bridge]) interface=ether\(port.interface)\n"
    }
    text += "/ip address\n"
    for address in addresses {
      let comment = address.comment ? " comment=\"host \(address.host)\"" : ""
      text +=
        "add address=192.0.2.\(address.host)/24\(comment) interface=\(vlans[address.vlan].name)\n"
    }
    text +=
      "/ip dns\nset allow-remote-requests=\(resolver.isOpen ? "yes" : "no") servers=198.51.100.\(resolver.servers)\n"
    text += "/ip firewall filter\n"
    for rule in rules { text += line(of: rule) }
    text += "/ip route\n"
    for route in routes {
      text +=
        "add distance=\(route.distance) dst-address=203.0.113.\(route.prefix * 16)/28 gateway=192.0.2.\(route.gateway)\n"
    }
    text += "/ip service\n"
    for (name, isOff) in zip(["ftp", "telnet", "www"], services) where isOff {
      text += "set \(name) disabled=yes\n"
    }
    return text
  }

  private func line(of rule: Rule) -> String {
    let action = ["accept", "drop", "reject"][rule.action]
    var words = ["add action=\(action) chain=\(rule.chain == 0 ? "input" : "forward")"]
    if let comment = rule.comment { words.append("comment=\"rule \(comment)\"") }
    words.append("dst-port=\(rule.port + 1)")
    if let vlan = rule.vlan { words.append("in-interface=\(vlans[vlan].name)") }
    return (words + ["protocol=tcp"]).joined(separator: " ") + "\n"
  }
}
