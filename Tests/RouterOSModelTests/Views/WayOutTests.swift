import RouterOSModel
import Testing

/// What packets to the far end of a tunnel or session leave by.
@Suite struct WayOutTests {
  private func transport(_ routes: String, _ more: String = "", version: String = "7.16") -> String
  {
    let text = "\(twoUplinksAndTunnel)\n/ip route\n\(routes)\n\(more)"
    return rows(.tunnels, of: text, version).first.map { word($0, "transport") } ?? "no tunnel"
  }

  @Test(arguments: ["6.49.10", "7.16"]) func oneRouteIsTheWay(version: String) {
    #expect(transport("add gateway=192.0.2.1", version: version) == "ether1")
    #expect(
      transport("add gateway=198.51.100.1 dst-address=203.0.113.0/24", version: version) == "ether2"
    )
    #expect(transport("add gateway=192.0.2.1 dst-address=203.0.112.0/24", version: version) == "-")
  }

  @Test func twoDistancesVary() {
    let two = "add gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
    #expect(transport(two) == "varies")
    #expect(transport(two + "add dst-address=203.0.113.1/32 gateway=198.51.100.1") == "ether2")
    #expect(
      transport("add gateway=192.0.2.1\nadd disabled=yes distance=2 gateway=198.51.100.1")
        == "ether1")
    #expect(transport("add gateway=192.0.2.1\nadd distance=2 gateway=192.0.2.9") == "ether1")
  }

  @Test func aBlackholeBehindARouteChangesNothing() {
    let hole = "add blackhole dst-address=203.0.113.1/32 distance=250\n"
    #expect(transport(hole + "add dst-address=203.0.113.1/32 gateway=198.51.100.1") == "ether2")
    #expect(transport(hole + "add gateway=192.0.2.1") == "-")
  }

  @Test func theTunnelItselfMayBeTheWay() {
    #expect(
      transport("add gateway=tunnel\nadd dst-address=198.18.0.0/15 gateway=192.0.2.1") == "tunnel")
  }

  @Test func whatSteersPacketsIsUnknown() {
    let one = "add gateway=192.0.2.1"
    #expect(transport(one, "/routing rule\nadd action=lookup table=other") == "?")
    let mark = "/ip firewall mangle\nadd action=mark-routing chain=output new-routing-mark=x"
    #expect(transport(one, mark) == "?")
    #expect(transport(one, mark.replacing("output", with: "prerouting")) == "ether1")
    #expect(transport(one, "/ip dhcp-client\nadd add-default-route=no interface=ether3") == "?")
  }

  @Test func aNeighbourMayAnnounceALongerRoute() {
    let session = "/routing bgp connection\nadd name=a remote.address=192.0.2.1 remote.as=64500"
    #expect(transport("add gateway=192.0.2.1", session) == "?")
    #expect(transport("add dst-address=203.0.113.1/32 gateway=192.0.2.1", session) == "ether1")
  }

  @Test func namesAreForAResolver() {
    let text =
      twoUplinksAndTunnel.replacing("203.0.113.1", with: "vpn.example.net")
      + "\n/ip route\nadd gateway=192.0.2.1"
    #expect(rows(.tunnels, of: text).map { word($0, "transport") } == ["?"])
  }

  @Test func sessionsLeaveByTheNetworkOfTheirNeighbour() {
    let text = """
      \(twoUplinksAndTunnel)
      /ip route
      add gateway=192.0.2.1
      /routing bgp connection
      add local.role=ebgp name=near remote.address=198.51.100.1 remote.as=64500
      add local.role=ebgp multihop=yes name=far remote.address=203.0.113.9 remote.as=64501
      """
    #expect(rows(.bgpSessions, of: text).map { word($0, "egress") } == ["ether2", "?"])
  }
}
