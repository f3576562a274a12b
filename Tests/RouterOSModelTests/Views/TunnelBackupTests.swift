import RouterOSModel
import Testing

/// What tunnels take over from, and which of them are sent into themselves.
@Suite struct TunnelBackupTests {
  private static let routes = twoUplinksAndTunnel + "\n/ip route\nadd gateway=192.0.2.1\n"

  private func word(_ column: String, _ more: String, _ version: String = "7.16") -> String {
    rows(.tunnels, of: Self.routes + more, version).first?.word(column) ?? "no tunnel"
  }

  @Test(arguments: ["6.49.10", "7.16"]) func itTakesOverFromRoutesOfALowerDistance(version: String)
  {
    let tunnel = "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\n"
    #expect(word("backs-up", tunnel, version) == "-")
    let first = "add distance=2 dst-address=198.18.0.0/16 gateway=198.51.100.1\n"
    #expect(word("backs-up", tunnel + first, version) == "ether2")
    #expect(word("backs-up", "add distance=9 gateway=tunnel\n", version) == "ether1")
  }

  @Test(arguments: [
    "add distance=1 dst-address=198.18.0.0/16 gateway=tunnel\nadd distance=2 dst-address=198.18.0.0/16 gateway=198.51.100.1",
    "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\nadd dst-address=198.18.0.0/16 disabled=yes gateway=198.51.100.1",
    "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\nadd dst-address=198.18.0.0/15 gateway=198.51.100.1",
    "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\nadd dst-address=198.18.0.0/16 gateway=198.51.100.1 routing-table=x",
    "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\nadd blackhole dst-address=198.18.0.0/16",
  ]) func whatDoesNotGoFirstIsNot(routes: String) {
    #expect(word("backs-up", routes) == "-")
  }

  @Test func itTakesOverFromSessionsWithTheSameAS() {
    let text = """
      /ppp profile
      add bridge=bridge1 name=bcp
      /interface bridge
      add name=bridge1
      /interface l2tp-client
      add connect-to=203.0.113.1 disabled=no name=tunnel profile=bcp user=a
      /ip address
      add address=192.0.2.2/24 interface=ether1
      add address=198.51.100.2/30 interface=bridge1
      /routing bgp connection
      add as=64496 local.role=ebgp name=fibre remote.address=192.0.2.1 .as=64497
      add as=64496 local.role=ebgp name=mobile remote.address=198.51.100.1 .as=64497
      """
    #expect(rows(.tunnels, of: text).first?.word("backs-up") == "ether1")
    let other = text.replacing("198.51.100.1 .as=64497", with: "198.51.100.1 .as=64498")
    #expect(rows(.tunnels, of: other).first?.word("backs-up") == "-")
  }

  @Test func aRouteNobodyCanPlaceMayGoFirst() throws {
    let tunnel = "add distance=5 dst-address=198.18.0.0/16 gateway=tunnel\n"
    let row = try #require(
      rows(.tunnels, of: Self.routes + tunnel + "add dst-address=198.18.0.0/16 gateway=$x").first)
    #expect(row.word("backs-up") == "?")
    let known = "add dst-address=198.18.0.0/16 gateway=198.51.100.1\n"
    #expect(word("backs-up", tunnel + known + "/ip dhcp-client\nadd interface=ether3") == "ether2")
  }

  @Test(arguments: ["6.49.10", "7.16"]) func theBestWayLeadsIntoItself(version: String) {
    #expect(word("inside-itself", "", version) == "no")
    #expect(
      word("inside-itself", "add dst-address=203.0.113.0/24 gateway=tunnel", version) == "yes")
    #expect(word("inside-itself", "add distance=2 gateway=tunnel", version) == "no")
    let pin = "add dst-address=203.0.113.1/32 gateway=192.0.2.1\n"
    #expect(
      word("inside-itself", pin + "add dst-address=203.0.113.0/24 gateway=tunnel", version) == "no")
  }

  @Test(arguments: ["6.49.10", "7.16"]) func aWayBetweenOthersLeadsIntoItselfWhenTheFirstIsGone(
    version: String
  ) {
    let last = "add distance=3 gateway=198.51.100.1\n"
    #expect(word("inside-itself", "add distance=2 gateway=tunnel\n" + last, version) == "yes")
    #expect(word("inside-itself", "add distance=3 gateway=tunnel\n" + last, version) == "yes")
    #expect(word("inside-itself", "add distance=4 gateway=tunnel\n" + last, version) == "no")
    let hole = "add distance=2 type=blackhole\n"
    if version.hasPrefix("6") {
      #expect(
        word("inside-itself", hole + "add distance=3 gateway=tunnel\n" + last, version) == "no")
    }
  }

  @Test func theRouteThatLeadsThereIsTold() throws {
    let text = Self.routes + "add dst-address=203.0.113.0/24 gateway=tunnel"
    let cell = try #require(rows(.tunnels, of: text).first?.cell("inside-itself"))
    guard case .written = cell.origin else {
      Issue.record("the cell points nowhere")
      return
    }
  }

  @Test func itsOwnDefaultRouteIsUnknown() {
    let own = Self.routes.replacing(
      "/ip route\nadd gateway=192.0.2.1", with: "/ip route\nadd distance=2 gateway=192.0.2.1"
    ).replacing("connect-to", with: "add-default-route=yes connect-to")
    #expect(rows(.tunnels, of: own).first?.word("inside-itself") == "?")
    let pin = "add dst-address=203.0.113.1/32 gateway=192.0.2.1\n"
    #expect(rows(.tunnels, of: own + pin).first?.word("inside-itself") == "no")
  }

  @Test func twoTunnelsLeadIntoEachOther() {
    let text = """
      /interface gre
      add name=gre1 remote-address=203.0.113.1
      add name=gre2 remote-address=198.51.100.1
      add name=gre3 remote-address=203.0.113.2
      /ip route
      add dst-address=203.0.113.0/24 gateway=gre2
      add dst-address=198.51.100.0/24 gateway=gre1
      """
    #expect(rows(.tunnels, of: text).map { $0.word("inside-itself") } == ["yes", "yes", "no"])
  }

  @Test func onlyASessionOverItMayBringSomethingMoreSpecific() {
    func session(_ address: String) -> String {
      "add dst-address=198.18.0.0/16 gateway=tunnel\n/routing bgp connection\nadd as=64496 local.role=ebgp multihop=yes name=a remote.address=\(address) .as=64497"
    }
    #expect(word("inside-itself", session("198.51.100.1")) == "no")
    #expect(word("inside-itself", session("198.18.0.1")) == "?")
  }

  @Test func anUplinkThatMayAddARouteDoesNotLeadThere() {
    #expect(
      word("inside-itself", "/interface lte\nset [ find default-name=lte1 ] mtu=1400") == "no")
  }
}
