import Comparison
import RouterOSModel
import RouterOSSyntax
import Testing

@Suite struct RenameTests {
  private static let vlan = "/interface vlan\nadd interface=ether1 name=a vlan-id=5\n"
  private static let users =
    "/ip address\nadd address=192.0.2.1/24 interface=a\n/ip dhcp-client\nadd interface=a\n"
  private static func renamed(_ text: String) -> String {
    text.replacing("=a\n", with: "=b\n").replacing("=a ", with: "=b ")
  }

  @Test func anEntryRenamedWithWhatNamesItIsOneChange() {
    let old = Self.vlan + Self.users
    let found = changes(old, Self.renamed(old))
    #expect(told(found) == ["renamed 1>1 name"])
    #expect(found.first?.followers == 2)
    #expect(told(changes(Self.renamed(old), old)) == ["renamed 1>1 name"])
  }

  @Test func whatElseChangedInAFollowerIsStillSaid() {
    let old = Self.vlan + Self.users
    let new = Self.renamed(old).replacing("/24 interface=b", with: "/24 comment=c interface=b")
    #expect(told(changes(old, new)) == ["renamed 1>1 name", "changed 2>2 comment"])
  }

  @Test func aNameThatNothingFollowedIsNoRename() {
    let found = changes(Self.vlan + Self.users, Self.renamed(Self.vlan) + Self.users)
    #expect(found.map(\.kind) == [.removed, .added])
  }

  @Test func twoThatCouldBeTheSameAreNotGuessed() {
    let two = Self.vlan + Self.renamed(Self.vlan)
    let found = changes(
      two + Self.users,
      two.replacing("name=a", with: "name=c").replacing("name=b", with: "name=d")
        + Self.users.replacing("=a", with: "=c"))
    #expect(!found.contains { $0.kind == .renamed })
  }

  @Test func aPhysicalInterfaceIsRenamedWithItsRules() {
    let old = """
      /interface ethernet
      set [ find default-name=ether1 ] name=wan
      /interface bridge port
      add bridge=bridge interface=wan
      /ip firewall filter
      add action=drop chain=input in-interface=!wan
      """
    let found = changes(old, old.replacing("wan", with: "uplink"))
    #expect(told(found) == ["renamed 1>1 name"])
    #expect(found.first?.followers == 2)
  }
}

@Suite struct ReleaseTests {
  private func differences(_ old: String, _ before: String, _ new: String, _ after: String)
    -> Differences
  {
    compare(lower(script(old, release: before)), lower(script(new, release: after)))
  }

  @Test func whatOnlyTheUpgradeChangedIsNoChange() {
    let found = differences(
      "/ip route\nadd distance=1 gateway=192.0.2.1 routing-mark=a\n", "6.48.6",
      "/ip route\nadd disabled=no gateway=192.0.2.1 routing-table=a\n", "7.16")
    #expect(found.changes.isEmpty)
    let upgrade = found.upgrade
    #expect(upgrade?.old.description == "6.48.6" && upgrade?.new.description == "7.16")
    #expect(
      upgrade?.effects.keys.compactMap(\.property).sorted() == ["routing-mark", "routing-table"])
  }

  @Test func menusThatOnlyOneReleaseHasAreNotCompared() {
    let found = differences(
      "/routing bgp peer\nadd name=a remote-address=192.0.2.1 remote-as=64500\n", "6.48.6",
      "/routing bgp connection\nadd local.role=ebgp name=a remote.address=192.0.2.1 remote.as=64500\n",
      "7.16")
    #expect(found.changes.isEmpty && found.notComparable == 2)
    #expect(found.upgrade?.effects.count == 2)
  }

  @Test func realChangeIsToldApart() {
    let found = differences(
      "/ip route\nadd distance=1 gateway=192.0.2.1\n", "6.48.6",
      "/ip route\nadd distance=2 gateway=192.0.2.1\n", "7.16")
    #expect(told(found.changes) == ["changed 1>1 distance"])
  }

  @Test func oneReleaseIsNoUpgrade() {
    let text = "/ip route\nadd gateway=192.0.2.1\n"
    #expect(differences(text, "7.16", text, "7.16").upgrade == nil)
  }
}
