import RouterOSModel
import TestSupport
import Testing

/// Routes and interfaces whose lines are shuffled mean the same, and hostile ones end soon.
@Suite struct RouteOrderTests {
  /// A router of a few random routes that lead to each other, and to networks.
  private static func lines(_ dice: inout Dice) -> [String] {
    (0..<Int.random(in: 1...7, using: &dice)).map { _ in
      let host = Int.random(in: 1...4, using: &dice)
      let length = [0, 24, 30, 32].randomElement(using: &dice) ?? 32
      let next =
        ["203.0.113.\(Int.random(in: 1...4, using: &dice))", "192.0.2.1", "198.51.100.1", "ether2"]
        .randomElement(using: &dice) ?? ""
      let scopes = "scope=\([10, 11, 30].randomElement(using: &dice) ?? 30)"
      let distance = Int.random(in: 1...2, using: &dice)
      let rest = " distance=\(distance) gateway=\(next) \(scopes)"
      return "dst-address=203.0.113.\(host)/\(length)" + rest
        + " target-scope=\([10, 11, 30].randomElement(using: &dice) ?? 10)"
    }
  }

  private static let columns = [
    "egress", "gateway-is", "port", "resolves", "standby", "watches", "watched",
  ]

  private static func meaning(_ lines: [String]) -> [String] {
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      add address=198.51.100.2/24 interface=ether2
      /ip route

      """
    let found = rows(.routes, of: text + lines.map { "add \($0)\n" }.joined())
    return zip(lines, found).map { line, row in
      line + " " + columns.map { word(row, $0) }.joined(separator: " ")
    }.sorted()
  }

  @Test(arguments: 0..<400) func theOrderOfRoutesDoesNotMatter(seed: UInt64) {
    var dice = Dice(seed: seed)
    let lines = Self.lines(&dice)
    let first = Self.meaning(lines)
    for _ in 0..<4 { #expect(Self.meaning(lines.shuffled(using: &dice)) == first, "seed \(seed)") }
  }

  @Test(arguments: 0..<200) func theOrderOfInterfacesDoesNotMatter(seed: UInt64) {
    var dice = Dice(seed: seed)
    let names = (0..<6).map { "v\($0)" }
    func name() -> String { (names + ["ether1", "ether2"]).randomElement(using: &dice) ?? "" }
    let vlans = names.prefix(4).map { "/interface vlan add interface=\(name()) name=\($0)" }
    let bridges = names.suffix(2).map { "/interface bridge add name=\($0)" }
    let members = Set((0..<4).map { _ in name() }).sorted()
    let ports = members.map {
      "/interface bridge port add bridge=v\(Int.random(in: 4...5, using: &dice)) interface=\($0)"
    }
    let lines = vlans + bridges + ports
    func meaning(_ lines: [String]) -> [String] {
      rows(.interfaces, of: lines.map { $0 + "\n" }.joined()).map { row in
        words(row, "name", "type", "parent", "slave-of", "port", "ports", "ports-are").joined(
          separator: " ")
      }.sorted()
    }
    let first = meaning(lines)
    for _ in 0..<4 { #expect(meaning(lines.shuffled(using: &dice)) == first, "seed \(seed)") }
  }

  private static let count = 20_000

  private static func address(_ number: Int) -> String {
    "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"
  }

  @Test func aLongChainOfRecursiveRoutesIsFollowed() {
    let chain = (0..<Self.count).map {
      "add dst-address=\(Self.address($0)) gateway=\(Self.address($0 + 1)) scope=10\n"
    }
    let end =
      "/ip address\nadd address=\(Self.address(Self.count))/32 interface=ether1 network=\(Self.address(Self.count))\n"
    let found = rows(.routes, of: end + "/ip route\n" + chain.joined())
    #expect(found.count == Self.count && found.allSatisfy { word($0, "egress") == "ether1" })
  }

  @Test func aLargeCircleOfRoutesEnds() {
    let circle = (0..<Self.count).map {
      "add dst-address=\(Self.address($0)) gateway=\(Self.address(($0 + 1) % Self.count)) scope=10\n"
    }
    let found = rows(.routes, of: "/ip route\n" + circle.joined())
    #expect(found.allSatisfy { word($0, "resolves") == "nothing" })
  }

  @Test func manyRoutesToOneNetworkAreJudgedTogether() {
    let lines = (0..<Self.count).map {
      "add distance=\($0 % 255 + 1) gateway=\(Self.address($0)) target-scope=\($0 % 256)\n"
    }
    let text = "/ip address\nadd address=10.0.0.0/8 interface=ether1\n/ip route\n" + lines.joined()
    let found = rows(.routes, of: text)
    #expect(found.count { word($0, "standby") == "yes" } > Self.count / 2)
  }

  @Test func aLongChainOfVLANsIsFollowed() {
    let chain = (0..<Self.count).reversed().map { number in
      "add interface=\(number == 0 ? "ether1" : "v\(number - 1)") name=v\(number)\n"
    }
    let found = rows(.interfaces, of: "/interface vlan\n" + chain.joined())
    #expect(found.count == Self.count + 1 && found.allSatisfy { word($0, "port") == "ether1" })
  }

  @Test func manyInterfaceListsInAChainEnd() {
    let lists = (0..<Self.count).map { "add include=l\($0 + 1) name=l\($0)\n" }
    let members = (0..<Self.count).map { "add interface=ether\($0) list=l\(Self.count - 1)\n" }
    let text = "/interface list\n" + lists.joined() + "/interface list member\n" + members.joined()
    let found = rows(.interfaces, of: text)
    #expect(found.count == Self.count && found.allSatisfy { word($0, "lists") == "?" })
  }
}
