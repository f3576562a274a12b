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

  private func intent(of lines: String, _ version: String = "7.16") -> [String] {
    rows(.defaultRoutes, of: lines, version).map { $0.word("fails-over") }
  }

  @Test func aClientOnAPortOfABridgeIsNoUplink() {
    let client = "/ip dhcp-client\nadd interface=ether1\n/ip route\nadd gateway=198.51.100.1\n"
    let bridge = "/interface bridge\nadd name=bridge1\n/interface bridge port\n"
    #expect(intent(of: client) == ["yes", "yes"])
    #expect(intent(of: bridge + "add bridge=bridge1 interface=ether1\n" + client) == ["no"])
    #expect(
      intent(of: bridge + "add bridge=bridge1 disabled=yes interface=ether1\n" + client)
        == ["yes", "yes"])
    let bond = "/interface bonding\nadd name=bond1 slaves=ether1,ether2\n"
    #expect(intent(of: bond + client) == ["no", "no"])
  }

  @Test func aWrittenRouteByTheInterfaceOfAClientIsNoSecondUplink() {
    let address = "/ip address\nadd address=192.0.2.2/30 interface=ether1\n"
    let client = "/ip dhcp-client\nadd interface=ether1\n/ip route\n"
    #expect(intent(of: address + client + "add gateway=192.0.2.1\n") == ["no", "no"])
    #expect(intent(of: client + "add gateway=198.51.100.1%ether1\n") == ["no", "no"])
    #expect(intent(of: address + client + "add gateway=198.51.100.1\n") == ["yes", "yes"])
    #expect(
      intent(of: address + client + "add gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n")
        == ["yes", "yes", "yes"])
  }

  @Test func aDefaultRouteIntoATunnelThatFollowsAnotherIsNone() {
    let client = "/ip dhcp-client\nadd interface=ether1\n/interface sstp-client\n"
    let one = "add add-default-route=yes disabled=no name=a "
    let tunnel = one + "default-route-distance=10 connect-to="
    #expect(intent(of: client + one + "connect-to=203.0.113.1\n") == ["yes", "yes"])
    #expect(intent(of: client + tunnel + "vpn.example.com:443\n") == ["no", "no"])
    #expect(intent(of: client + tunnel + "203.0.113.1\n") == ["no", "no"])
    let pinned = "/ip route\nadd dst-address=203.0.113.1/32 gateway=198.51.100.1\n"
    #expect(intent(of: client + tunnel + "203.0.113.1\n" + pinned) == ["yes", "yes"])
  }

  @Test func aRouteThatIsOffAtTheDistanceOfAClientIsALeftover() {
    let old = "/ip route\nadd disabled=yes distance=1 gateway=198.51.100.1\n"
    let client = "/ip dhcp-client\nadd disabled=no interface=ether1"
    #expect(intent(of: old + client, "6.48") == ["no", "no"])
    #expect(intent(of: old + client + " default-route-distance=5", "6.48") == ["yes", "yes"])
    #expect(intent(of: old + "add gateway=192.0.2.1\n") == ["yes", "yes"])
    #expect(intent(of: old + "add distance=2 gateway=192.0.2.1\n") == ["yes", "yes"])
    #expect(
      intent(of: old + "add disabled=yes distance=1 gateway=192.0.2.1\n") == ["yes", "yes"])
  }
}
