import RouterOSModel
import Testing

/// What probes would be reached by without the interface that leads to them.
@Suite struct OtherEgressTests {
  private func otherwise(_ routes: String..., version: String = "7.16", more: String = "")
    -> String
  {
    let lines = routes.map { "add \($0)\n" }.joined()
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      add address=198.51.100.2/24 interface=ether2
      \(more)
      /ip route
      add check-gateway=ping gateway=203.0.113.53 target-scope=11
      add dst-address=203.0.113.53/32 gateway=192.0.2.1 scope=10
      add distance=2 gateway=198.51.100.1

      """
    return rows(.routes, of: text + lines, version).first?.word("egress-otherwise") ?? "no route"
  }

  private static let second = "dst-address=203.0.113.53/32 gateway=198.51.100.1 scope=10 distance=2"

  @Test(arguments: ["6.49.10", "7.16"]) func aProbeWithOneRouteIsGoneWithIt(version: String) {
    #expect(otherwise(version: version) == "-")
    let hole = version.hasPrefix("6") ? "type=blackhole" : "blackhole"
    #expect(
      otherwise("\(hole) distance=2 dst-address=203.0.113.53/32", version: version) == "-")
  }

  @Test(arguments: ["6.49.10", "7.16"]) func oneWithTwoIsReachedByTheOther(version: String) {
    #expect(otherwise(Self.second, version: version) == "ether2")
    #expect(
      otherwise("dst-address=203.0.113.0/24 gateway=198.51.100.1 scope=10", version: version)
        == "ether2")
    // A route of the default scope resolves no next hop.
    #expect(
      otherwise("dst-address=203.0.113.0/24 gateway=198.51.100.1", version: version) == "-")
  }

  @Test func aBlackholeBeforeTheOtherHoldsTheProbe() {
    let third = Self.second.replacing("distance=2", with: "distance=3")
    #expect(otherwise(third, "blackhole distance=2 dst-address=203.0.113.53/32") == "-")
    #expect(
      otherwise(
        "dst-address=203.0.113.0/24 gateway=198.51.100.1 scope=10",
        "blackhole distance=250 dst-address=203.0.113.53/32") == "-")
  }

  @Test func aWideTargetScopeFindsTheOtherDefaultRoute() {
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      add address=198.51.100.2/24 interface=ether2
      /ip route
      add check-gateway=ping gateway=203.0.113.53 target-scope=30
      add dst-address=203.0.113.53/32 gateway=192.0.2.1
      add distance=2 gateway=198.51.100.1
      """
    #expect(rows(.routes, of: text).first?.word("egress-otherwise") == "ether2")
  }

  @Test func networksThatNobodyWroteDoNotHoldAPinnedProbe() {
    let client = "/ip dhcp-client\nadd add-default-route=no interface=ether3"
    #expect(otherwise(more: client) == "-")
    #expect(otherwise(Self.second, more: client) == "ether2")
  }

  @Test func whatIsNotLookedUpInRoutesHasNone() {
    let text = "/ip address\nadd address=192.0.2.2/24 interface=ether1\n/ip route\n"
    #expect(
      rows(.routes, of: text + "add gateway=192.0.2.1").first?.word("egress-otherwise") == "-")
    #expect(rows(.routes, of: text + "add gateway=$x").first?.word("egress-otherwise") == "?")
  }

  /// Each probe is followed again only without the interface that leads to it.
  @Test func manyProbesByManyInterfacesEnd() {
    var text = "/ip address\n"
    for count in 1...400 {
      text +=
        "add address=10.0.\(count / 200).\(count % 200)/32 interface=ether\(count) network=10.1.\(count / 200).\(count % 200)\n"
    }
    text += "/ip route\n"
    for count in 1...400 {
      let probe = "203.0.\(count / 200).\(count % 200)"
      text +=
        "add dst-address=172.16.\(count / 200).\(count % 200)/32 gateway=\(probe) target-scope=11\n"
      text += "add dst-address=\(probe)/32 gateway=10.1.\(count / 200).\(count % 200) scope=10\n"
    }
    let found = rows(.routes, of: text).filter { $0.word("resolves") == "recursive" }
    #expect(found.count == 400 && found.allSatisfy { $0.word("egress-otherwise") == "-" })
  }
}
