import RouterOSModel
import Testing

/// What several routers have together.
@Suite struct FleetGroupTests {
  private func routers(_ texts: String...) -> Routers {
    Routers(texts.enumerated().map { ("\($0).rsc", $1) })
  }

  @Test func neighboursShareASubnet() {
    let found = routers(
      addressed("10.0.0.1/24"), addressed("10.0.0.2/24", "sfp1"), addressed("10.0.1.1/24"),
      "/ip address\nadd address=10.0.0.9/24 disabled=yes interface=ether1\n")
    #expect(
      found.words(FleetGroup.neighbours) == ["subnet 10.0.0.0/24: 0.rsc ether1, 1.rsc sfp1"])
  }

  @Test func addressesThatStandAloneAreNeighboursOfTheirMirror() {
    let found = routers(
      "/ip address\nadd address=10.0.0.1/32 interface=a network=10.0.0.2\n",
      "/ip address\nadd address=10.0.0.2/32 interface=b network=10.0.0.1\n")
    #expect(
      found.words(FleetGroup.neighbours) == ["subnet 10.0.0.1 with 10.0.0.2: 0.rsc a, 1.rsc b"])
  }

  private static func virtual(_ own: String, _ number: Int, _ priority: Int) -> String {
    "/interface vrrp\nadd interface=ether1 name=vrrp1 priority=\(priority) vrid=\(number)\n"
      + "/ip address\nadd address=\(own)/24 interface=ether1\nadd address=10.0.0.254/32 interface=vrrp1\n"
  }

  @Test func virtualRoutersAreGroupedAndTheirAddressesNoDuplicates() {
    let found = routers(
      Self.virtual("10.0.0.1", 5, 200), Self.virtual("10.0.0.2", 5, 100),
      Self.virtual("10.0.0.3", 6, 100))
    #expect(
      found.words(FleetGroup.neighbours).last == "vrrp 10.0.0.0/24 vrid 5: 0.rsc vrrp1, 1.rsc vrrp1"
    )
    #expect(found.words(FleetGroup.duplicates).isEmpty)
  }

  @Test func duplicatesAreFoundOnOneRouterAndOnSeveral() {
    let twice =
      "/ip address\nadd address=10.0.0.1/24 interface=a\nadd address=10.0.0.1/30 interface=b\n"
    #expect(routers(twice).words(FleetGroup.duplicates) == ["address 10.0.0.1: 0.rsc a, 0.rsc b"])
    let apart = twice + "/ip vrf\nadd interfaces=b name=guest\n"
    #expect(routers(apart).words(FleetGroup.duplicates).isEmpty)
    let id =
      "/routing bgp connection\nadd as=64496 local.role=ebgp name=s remote.address=10.0.0.9 router-id=1.1.1.1\n"
    let found = routers(addressed("10.0.0.1/24") + id, addressed("10.0.0.1/25") + id)
    #expect(
      found.words(FleetGroup.duplicates) == [
        "address 10.0.0.1: 0.rsc ether1, 1.rsc ether1", "router-id 1.1.1.1: 0.rsc bgp, 1.rsc bgp",
      ])
  }
}
