import RouterOSModel
import Testing

/// Which routers are meant to fail over: a tunnel beside the one default route shows it only when another
/// uplink carries it.
@Suite struct FailoverIntentTests {
  private static let route = "\n/ip route\nadd gateway=192.0.2.1\n"

  private func intent(_ routes: String, _ lines: String = twoUplinksAndTunnel) -> String {
    rows(.defaultRoutes, of: lines + Self.route + routes).first?.word("fails-over") ?? "no route"
  }

  @Test func aTunnelThatFollowsTheDefaultRouteIsNoWayOut() {
    #expect(intent("") == "no")
    #expect(intent("add dst-address=198.18.0.0/15 gateway=tunnel") == "no")
    #expect(
      intent("", twoUplinksAndTunnel.replacing("203.0.113.1", with: "vpn.example.com")) == "no")
  }

  @Test func oneThatTheSameUplinkCarriesIsNone() {
    #expect(intent("add dst-address=203.0.113.1/32 gateway=192.0.2.1") == "no")
    #expect(intent("add dst-address=203.0.113.1/32 gateway=192.0.2.254") == "no")
    #expect(intent("add dst-address=203.0.113.1/32 gateway=ether1") == "no")
    #expect(
      intent("add dst-address=203.0.113.1/32 gateway=198.51.100.1 routing-table=isp2") == "no")
  }

  @Test func oneThatAnotherUplinkCarriesIsAWayOut() {
    #expect(intent("add dst-address=203.0.113.1/32 gateway=198.51.100.1") == "yes")
    #expect(intent("add dst-address=203.0.113.0/24 gateway=ether2") == "yes")
    #expect(
      intent("", twoUplinksAndTunnel.replacing("203.0.113.1", with: "203.0.113.1@isp2")) == "yes")
  }

  @Test func anUplinkWithoutWrittenNetworksMayCarryIt() {
    let route = "add dst-address=203.0.113.1/32 gateway=198.18.0.1\n"
    #expect(intent(route) == "no")
    #expect(intent(route + "/ip dhcp-client\nadd add-default-route=no interface=ether3") == "?")
    #expect(intent(route + "/ip dhcp-client\nadd add-default-route=no interface=ether1") == "no")
  }
}
