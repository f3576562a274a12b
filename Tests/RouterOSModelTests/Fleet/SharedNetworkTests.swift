import RouterOSModel
import Testing

/// Networks that routers which face each other have both, and what is dialled and not held.
@Suite struct SharedNetworkTests {
  private static func member(_ own: String, _ far: String, _ lan: String, _ more: String = "")
    -> String
  {
    """
    /ip address
    add address=\(own)/30 interface=ether1
    add address=\(lan) interface=ether2
    /ip dhcp-server
    add address-pool=lan disabled=no interface=ether2 name=lan
    /routing bgp connection
    add as=64496 local.role=ibgp name=far remote.address=\(far) .as=64496
    \(more)
    """
  }

  private func fleet(_ texts: String..., facts: FleetFacts = FleetFacts()) -> Fleet {
    Fleet(
      texts.enumerated().map { place, text in
        device(
          headerOfRouterOS("7.16") + text + "\n/system identity\nset name=r\(place)\n",
          path: "\(place).rsc")
      }, facts: facts)
  }

  private func shared(_ fleet: Fleet) -> [String] {
    fleet.rows(.addresses, of: 0).map { fleet.alsoAt($0).word }
  }

  @Test func aNetworkAtBothEndsOfALinkIsFound() {
    let here = Self.member("192.0.2.1", "192.0.2.2", "10.1.0.1/24")
    #expect(
      shared(fleet(here, Self.member("192.0.2.2", "192.0.2.1", "10.1.0.1/24")))
        == ["-", "r1 ether2"])
    #expect(
      shared(fleet(here, Self.member("192.0.2.2", "192.0.2.1", "10.1.0.129/25")))
        == ["-", "r1 ether2"])
    #expect(
      shared(fleet(here, Self.member("192.0.2.2", "192.0.2.1", "10.1.0.1/16")))
        == ["-", "r1 ether2"])
    #expect(
      shared(fleet(here, Self.member("192.0.2.2", "192.0.2.1", "10.2.0.1/24"))) == ["-", "-"])
  }

  @Test func routersThatDoNotFaceEachOtherMayShare() {
    let here = Self.member("192.0.2.1", "192.0.2.2", "10.1.0.1/24")
    let stranger = Self.member("198.51.100.1", "198.51.100.2", "10.1.0.1/24")
    #expect(shared(fleet(here, stranger)) == ["-", "-"])
    #expect(shared(fleet(here)) == ["-", "-"])
    var facts = FleetFacts()
    facts.sites = [FleetFacts.Site(name: "s", devices: [0, 1], paths: [])]
    #expect(shared(fleet(here, stranger, facts: facts)) == ["-", "r1 ether2"])
  }

  @Test func oneSegmentOfTwoRoutersIsNotKnown() {
    func plain(_ text: String) -> String {
      text.replacing("interface=ether2 name=lan", with: "interface=ether9 name=lan")
    }
    let here = plain(Self.member("192.0.2.1", "192.0.2.2", "10.1.0.1/24"))
    let far = plain(Self.member("192.0.2.2", "192.0.2.1", "10.1.0.2/24"))
    #expect(shared(fleet(here, far)) == ["-", "?"])
    let virtual =
      "/interface vrrp\nadd interface=ether2 name=v\n/ip address\n"
      + "add address=10.1.0.254/32 interface=v\n"
    #expect(shared(fleet(here + virtual, far + virtual)) == ["-", "-", "-"])
  }

  private func held(_ address: String, _ more: String = "") -> String {
    let here = Self.member("192.0.2.1", address, "10.1.0.1/24")
    let far = Self.member("192.0.2.2", "192.0.2.1", "10.2.0.1/24", more)
    let fleet = fleet(here, far)
    return fleet.rows(.bgpSessions, of: 0).map { fleet.farHasAddress(of: $0).word }.joined()
  }

  @Test func aMistypedAddressIsNotHeld() {
    #expect(held("192.0.2.2") == "yes")
    #expect(held("192.0.2.3") == "no")
  }

  @Test func anAddressGivenAtRunTimeMayBeHeld() {
    let lte = "/ip dhcp-client\nadd interface=ether5\n"
    #expect(held("192.0.2.3", lte) == "no")
    #expect(held("192.0.2.3", "/ip dhcp-client\nadd interface=ether1\n") == "?")
  }

  private func dial(_ server: String) -> [String] {
    let client =
      "/interface l2tp-client\nadd connect-to=192.0.2.1 disabled=no name=vpn password=x user=u\n"
    let routers = Routers([("0.rsc", client), ("1.rsc", addressed("192.0.2.1/24") + server)])
    return routers.words.filter { $0.hasPrefix("0.rsc") }
  }

  @Test func aServerThatHasNoSuchAccountDoesNotAnswer() {
    let on = "/interface l2tp-server server\nset enabled=yes\n/system identity\nset name=s\n"
    let refused = ["0.rsc client vpn: unanswered"]
    #expect(dial(on) == refused)
    #expect(dial(on + "/ppp secret\nadd name=u password=x service=pppoe\n") == refused)
    #expect(dial(on + "/ppp secret\nadd disabled=yes name=u password=x\n") == refused)
    #expect(dial(on + "/ppp aaa\nset use-radius=yes\n") != refused)
    #expect(dial("/system identity\nset name=s\n") != refused)
    #expect(dial(on + "#error exporting \"/ppp/secret\" (timeout)\n") != refused)
  }
}
