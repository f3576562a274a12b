import RouterOSModel
import Testing

/// How the outer packets of tunnels travel, what fits into them, and what looks along them.
@Suite struct TunnelFactsTests {
  private static let networks = twoUplinksAndTunnel + "\n/ip route\nadd gateway=192.0.2.1\n"
  private static let second = "add distance=2 gateway=198.51.100.1\n"
  private static let pin = "add dst-address=203.0.113.1/32 gateway=198.51.100.1\n"

  private func cell(_ column: String, _ more: String, _ version: String = "7.16") -> String {
    rows(.tunnels, of: Self.networks + more, version).first?.word(column) ?? "no tunnel"
  }

  @Test(arguments: ["6.49.10", "7.16"]) func whatCarriesItIsNamed(version: String) {
    #expect(cell("carried-by", "", version) == "ether1")
    #expect(cell("carried-by", Self.second, version) == "ether1,ether2")
    #expect(cell("carried-by", Self.second + Self.pin, version) == "ether2")
    #expect(cell("transport-route", Self.second, version) == "0.0.0.0/0")
    #expect(cell("transport-route", Self.pin, version) == "203.0.113.1/32")
  }

  @Test(arguments: ["6.49.10", "7.16"]) func onlyARouteOfItsOwnPinsIt(version: String) {
    #expect(cell("pinned", "", version) == "no")
    #expect(cell("pinned", Self.second, version) == "no")
    #expect(cell("pinned", Self.second + Self.pin, version) == "yes")
    // Two routes of its own by different interfaces hold it to neither.
    let other = "add distance=2 dst-address=203.0.113.1/32 gateway=192.0.2.1"
    #expect(cell("pinned", Self.pin + other, version) == "no")
  }

  @Test func aVRFOfItsOwnPinsIt() {
    let text = """
      /ip vrf
      add interfaces=ether2 name=lte
      /ip address
      add address=198.51.100.2/24 interface=ether2
      /ip route
      add gateway=198.51.100.1@lte routing-table=lte
      /interface l2tp-client
      add connect-to=203.0.113.1@lte disabled=no name=tunnel user=a
      """
    #expect(rows(.tunnels, of: text).map { $0.word("pinned") } == ["yes"])
  }

  @Test func aRuleThatDoesNotConcernItSteersNothing() {
    func rule(_ text: String) -> String { "/routing rule\nadd action=lookup table=x \(text)" }
    #expect(cell("transport", rule("")) == "?")
    #expect(cell("transport", rule("interface=ether3")) == "ether1")
    #expect(cell("transport", rule("routing-mark=guests")) == "ether1")
    #expect(cell("transport", rule("dst-address=203.0.113.0/24")) == "?")
    #expect(cell("transport", rule("dst-address=192.168.0.0/16")) == "ether1")
    #expect(cell("transport", rule("src-address=192.0.2.2")) == "?")
    #expect(cell("transport", rule("src-address=10.9.0.0/16")) == "ether1")
  }

  @Test func theSmallestCarrierLeavesTheRoom() {
    #expect(cell("mtu-room", "") == "1460")
    let small = "/interface ethernet\nset [ find default-name=ether2 ] mtu=1400"
    #expect(cell("mtu-room", Self.second + small) == "1360")
    #expect(cell("mtu-room", Self.second + Self.pin + small) == "1360")
    #expect(cell("mtu-room", small) == "1460")
    #expect(cell("mtu-room", "/interface lte\nset [ find default-name=lte1 ] mtu=1400") == "?")
  }

  @Test func aBridgeIsAsSmallAsItsPorts() {
    let bridge =
      Self.networks.replacing("ether1", with: "lan")
      + "/interface bridge\nadd name=lan\n/interface bridge port\nadd bridge=lan interface=ether1\n"
    #expect(rows(.tunnels, of: bridge).first?.word("mtu-room") == "1460")
    let small = "/interface ethernet\nset [ find default-name=ether1 ] mtu=1400"
    #expect(rows(.tunnels, of: bridge + small).first?.word("mtu-room") == "1360")
  }

  @Test func aCarrierOfUnknownSizeHidesOnlyWhatMayFit() {
    let text = Self.networks.replacing("ether1", with: "lte1")
    #expect(rows(.tunnels, of: text).first?.word("mtu-room") == "?")
    let both = text + Self.second
    let large = both.replacing("name=tunnel", with: "max-mtu=1500 name=tunnel")
    #expect(rows(.tunnels, of: both).first?.word("mtu-room") == "?")
    #expect(rows(.tunnels, of: large).first?.word("mtu-room") == "1460")
  }

  @Test(arguments: [(1350, "1387"), (1387, "1387"), (1388, "?"), (1430, "?"), (1450, "1430")])
  func ipsecTakesWhatItsCiphersAdd(size: Int, room: String) {
    let text = Self.networks.replacing(
      "user=a", with: "max-mtu=\(size) use-ipsec=yes ipsec-secret=secret user=a")
    #expect(rows(.tunnels, of: text).first?.word("mtu-room") == room)
  }

  @Test(arguments: [
    ("/interface gre\nadd name=a remote-address=192.0.2.9", "1476"),
    ("/interface ipip\nadd name=a remote-address=192.0.2.9", "1480"),
    ("/interface eoip\nadd name=a remote-address=192.0.2.9 tunnel-id=1", "1458"),
    ("/interface sstp-client\nadd connect-to=192.0.2.9 disabled=no name=a", "-"),
  ])
  func eachKindHasAHeaderOfItsOwn(text: String, room: String) {
    let header = headerOfRouterOS("6.49.10")
    let address = "\n/ip address\nadd address=192.0.2.2/24 interface=ether1\n"
    // An account shows that the export has secrets.
    let account = "/ppp secret\nadd name=u password=x service=pptp\n"
    let row = rows(.tunnels, header + text + address + account).named("a")
    #expect(row?.word("mtu-room") == room)
  }

  private static let inside = """
    /ppp profile
    add bridge=bridge1 name=bcp
    /interface bridge
    add name=bridge1
    /interface l2tp-client
    add connect-to=203.0.113.1 disabled=no name=tunnel profile=bcp user=a
    /ip address
    add address=10.0.0.2/30 interface=bridge1

    """

  private func inner(_ column: String, _ more: String, _ version: String = "7.16") -> String {
    rows(.tunnels, of: Self.inside + more, version).first?.word(column) ?? "no tunnel"
  }

  @Test func theBridgeOfATunnelIsLookedAt() {
    #expect(inner("ports-are", "") == "tunnels")
    #expect(
      inner("ports-are", "/interface bridge port\nadd bridge=bridge1 interface=ether5") == "mixed")
    #expect(cell("ports-are", "") == "-")
  }

  @Test func nothingLooksByItself() {
    #expect(inner("watched", "") == "-")
    #expect(inner("watched", "/tool netwatch\nadd host=10.0.0.1") == "-")
    #expect(inner("watched", "/tool netwatch\nadd down-script=x host=10.0.0.2") == "-")
    #expect(inner("watched", "/tool netwatch\nadd down-script=x host=192.0.2.1") == "-")
  }

  @Test func netwatchThatActsLooks() {
    #expect(inner("watched", "/tool netwatch\nadd down-script=x host=10.0.0.1") == "netwatch")
    #expect(
      inner("watched", "/tool netwatch\nadd disabled=yes down-script=x host=10.0.0.1") == "-")
    let beyond = "/ip route\nadd dst-address=10.9.0.0/16 gateway=10.0.0.1\n"
    #expect(
      inner("watched", beyond + "/tool netwatch\nadd down-script=x host=10.9.0.1") == "netwatch")
  }

  @Test func bfdLooksWhereItIsAllowed() {
    let session =
      "/routing bgp connection\nadd local.role=ebgp name=a remote.address=10.0.0.1 use-bfd=yes\n"
    #expect(inner("watched", session) == "-")
    let allowed = "/routing bfd configuration\nadd interfaces=bridge1"
    #expect(inner("watched", session + allowed) == "bfd")
    #expect(inner("watched", session.replacing("add ", with: "add disabled=yes ") + allowed) == "-")
    let old = "/routing bgp peer\nadd name=a remote-address=10.0.0.1 remote-as=64500 use-bfd=yes"
    #expect(inner("watched", old, "6.49.10") == "bfd")
  }

  @Test func aRouteThatChecksItsGatewayLooks() {
    let route = "/ip route\nadd check-gateway=ping dst-address=10.9.0.0/16 gateway=10.0.0.1"
    #expect(inner("watched", route) == "check-gateway")
    #expect(inner("watched", route.replacing("check-gateway=ping ", with: "")) == "-")
  }

  @Test func itsOwnAddressesAreSomeItIsKnownBy() throws {
    let cell = try #require(
      rows(.tunnels, of: Self.networks).first?.cell("known-as"))
    #expect(cell.certain == ["192.0.2.2", "198.51.100.2"] && cell.reason != nil)
  }
}
