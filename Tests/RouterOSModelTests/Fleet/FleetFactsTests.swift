import RouterOSModel
import Testing

/// What a project says of tunnels that no export tells.
@Suite struct FleetFactsTests {
  private static let client = twoUplinksAndTunnel + "\n/ip route\nadd gateway=192.0.2.1\n"

  private func tunnel(_ lines: String, _ facts: FleetFacts) -> Row? {
    Fleet([router(lines)], facts: facts).rows(.tunnels, of: 0).first
  }

  private var site: FleetFacts {
    var facts = FleetFacts()
    facts.sites = [
      FleetFacts.Site(
        name: "campus", devices: [0],
        paths: [
          FleetFacts.Path(name: "FO", watch: nil, interfaces: [0: ["ether1"]]),
          FleetFacts.Path(name: "LTE", watch: nil, interfaces: [0: ["ether2", "tunnel"]]),
        ])
    ]
    return facts
  }

  @Test func theTransportIsOnAPath() {
    let second = "add distance=2 gateway=198.51.100.1\n"
    let pin = "add dst-address=203.0.113.1/32 gateway=198.51.100.1\n"
    #expect(tunnel(Self.client, site)?.word("transport-path") == "FO")
    #expect(tunnel(Self.client + second, site)?.word("transport-path") == "varies")
    #expect(tunnel(Self.client + second + pin, site)?.word("transport-path") == "LTE")
    #expect(tunnel(Self.client + second + pin, site)?.word("path") == "LTE")
    #expect(tunnel(Self.client, FleetFacts())?.word("transport-path") == "-")
  }

  @Test func aProjectSaysWhatElseARouterIsKnownBy() throws {
    var facts = FleetFacts()
    facts.knownAs = [0: ["203.0.113.9", "vpn.example.net"]]
    #expect(
      tunnel(Self.client, facts)?.word("known-as")
        == "192.0.2.2,198.51.100.2,203.0.113.9,vpn.example.net")
    facts.knownAs = [0: []]
    #expect(tunnel(Self.client, facts)?.word("known-as") == "192.0.2.2,198.51.100.2")
    #expect(tunnel(Self.client, FleetFacts())?.word("known-as") == "?")
  }

  @Test func thePathOfAnUnknownWayIsUnknown() {
    let text =
      "/ip dhcp-client\nadd add-default-route=no interface=ether5\n/ip route\nadd gateway=203.0.113.1\n"
    let row = Fleet([router(text)], facts: site).rows(.defaultRoutes, of: 0).first
    #expect(row?.word("egress") == "?")
    #expect(["path", "rank", "watch"].map { row?.word($0) } == ["?", "?", "?"])
  }
}
