import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Entries that are added before others or as copies, moved, or commented on.
@Suite struct PlacedEntryTests {
  private func lowered(_ text: String, _ release: String = "7.18.2") -> Configuration {
    let text = "# 2024-11-20 09:14:07 by RouterOS \(release)\n" + text + "\n"
    return lower(parse(SourceFile(name: "example.rsc", text: text)))
  }

  private func comments(_ text: String) -> [String?] {
    lowered("/ip firewall filter\n" + text).entries("/ip/firewall/filter").map {
      $0.value("comment").text
    }
  }

  @Test func aCopyHasTheValuesOfItsModel() throws {
    let configuration = lowered("/ppp profile\nadd name=p bridge=b\nadd name=q copy-from=p")
    let copy = try #require(
      configuration.entries("/ppp/profile").first { $0.value("name").text == "q" })
    #expect(copy.value("bridge").text == "b" && copy.writtenProperties == ["bridge", "name"])
    #expect(configuration.understood == 2 && configuration.gaps.isEmpty)
  }

  @Test(arguments: ["nowhere", "0", "default", "[find bridge=$b]"])
  func aCopyOfWhatIsNotKnownIsNotKnown(model: String) {
    let configuration = lowered("/ppp profile\nadd name=q copy-from=\(model)")
    #expect(configuration.understood == 0 && configuration.mayBeAltered("/ppp/profile"))
  }

  @Test func anEntryGoesBeforeTheOneThatIsFound() {
    let text = "add chain=input comment=a\nadd chain=input comment=b place-before=[find comment=a]"
    #expect(comments(text) == ["b", "a"])
  }

  @Test func aPlaceThatIsANumberIsAGap() {
    let configuration = lowered(
      "/ip firewall filter\nadd chain=input comment=a\nadd chain=input comment=b place-before=0")
    #expect(configuration.understood == 1)
    #expect(configuration.mayBeAltered("/ip/firewall/filter"))
  }

  @Test(arguments: ["destination=[find comment=a]", "[find comment=a]"])
  func moveTakesEffect(destination: String) {
    let text = "add chain=input comment=a\nadd chain=input comment=b\nmove [find comment=b] "
    #expect(comments(text + destination) == ["b", "a"])
  }

  @Test func aCommandCommentsWithoutNamingTheProperty() {
    #expect(comments("add chain=input comment=a\ncomment [find comment=a] z") == ["z"])
  }

  @Test func numbersOfInterfacesAreNoNames() {
    let configuration = lowered("/interface ethernet\nset 0 disabled=yes")
    #expect(configuration.entries("/interface/ethernet").isEmpty)
    #expect(configuration.mayBeAltered("/interface/ethernet"))
  }

  @Test func anInterfaceThatNoLineMentionsIsThePortOfThatName() {
    let configuration = lowered("/interface\nset ether1 mtu=1400")
    #expect(configuration.entries("/interface").isEmpty)
    #expect(!configuration.mayBeAltered("/interface/ethernet"))
    #expect(
      configuration.entries("/interface/ethernet").map { $0.value("mtu").text } == ["1400"])
  }

  @Test func theTemplateOfPoliciesIsFoundByBothItsNames() {
    let texts = ["0", "[find default=yes]"].map { target in
      lowered("/ip ipsec policy\nset \(target) proposal=x").entries("/ip/ipsec/policy").map {
        $0.value("proposal").text
      }
    }
    #expect(texts == [["x"], ["x"]])
  }

  @Test(arguments: ["/ip address", "/ip addr", "/ip/addr"])
  func namesTypedInShortAreThoseTheyMean(menu: String) {
    let configuration = lowered(
      menu + "\nadd addr=192.0.2.1/24 int=ether1\nset [find interface=ether1] comm=a")
    let address = configuration.entries("/ip/address").first
    #expect(address?.writtenProperties == ["address", "comment", "interface"])
    #expect(address?.value("address").text == "192.0.2.1/24")
    #expect(configuration.understood == 2 && configuration.problems.isEmpty)
    #expect(configuration.alteration(ofMenu: "/ip/address") == nil)
    #expect(configuration.support.count(.understood) == 2)
  }

  @Test(arguments: [
    ("/ip route\nadd dis=1 gateway=192.0.2.1", "/ip/route"),
    ("/ip d\nset servers=192.0.2.1", "/ip/dns"), ("/i d\nset servers=192.0.2.1", "/ip/dns"),
  ])
  func aNameTypedInShortMayBeAnyThatBeginsSo(text: String, menu: String) {
    let configuration = lowered(text)
    #expect(configuration.alteration(ofMenu: menu) != nil)
    #expect(configuration.alteration(ofMenu: "/ip/pool") == nil)
  }

  @Test func aValueOfAPropertyTypedInShortIsChecked() {
    #expect(lowered("/ip route\nadd dist=300 gateway=192.0.2.1").problems.count == 1)
  }

  @Test func whatARouterOfALaterReleasePrintsIsNotTypedInShort() {
    let configuration = lowered("/ip address\nadd addr=192.0.2.1/24 interface=ether1", "7.99")
    #expect(configuration.entries("/ip/address")[0].writtenProperties == ["addr", "interface"])
  }

  @Test(arguments: [
    ("7.16", "set auth=sha1 enabled=yes", "enabled", "yes"),
    ("6.48.3", "set auth=sha1,md5", "enabled", "no"),
    ("7.17", "add name=a port=2025 disabled=no", "disabled", "no"),
    ("7.18.2", "add mac-address=00:00:5E:00:53:01 name=ovpn-server1", "disabled", "yes"),
  ])
  func serversOfOpenVPNAreSettingsThenEntries(
    release: String, line: String, property: String, value: String
  ) {
    let configuration = lowered("/interface ovpn-server server\n" + line, release)
    let servers = configuration.entries("/interface/ovpn-server/server")
    #expect(configuration.gaps.isEmpty && configuration.problems.isEmpty)
    #expect(servers.map { $0.value(property).text } == [value])
    #expect(
      lowered("", release).entries("/interface/ovpn-server/server").count
        == (release < "7.17" ? 1 : 0))
  }

  @Test func aScriptThatNamesNoReleaseMayMeanTheSettingsOfOpenVPN() {
    let text = "/interface ovpn-server server\nset enabled=yes\n"
    let configuration = lower(parse(SourceFile(name: "script.rsc", text: text)))
    #expect(configuration.gaps.isEmpty)
  }

  @Test(arguments: [
    ("/disk\nset slot1 slot=slot1 type=hardware\nset slot2 slot=usb1", "/disk", 2),
    ("/system console\nset [ find vcno=1 ] term=linux\nadd port=serial0", "/system/console", 2),
    ("/interface w60g\nset [ find ] disabled=no mode=bridge name=wlan60-1", "/interface/w60g", 1),
    (
      "/interface pwr-line\nset [ find default-name=pwr-line1 ] disabled=yes",
      "/interface/pwr-line", 1
    ),
    ("/mpls ldp\nadd afi=ip lsr-id=192.0.2.1 transport-addresses=192.0.2.1", "/mpls/ldp", 1),
  ])
  func menusOfHardwareAreFollowed(text: String, menu: String, count: Int) {
    let configuration = lowered(text)
    #expect(configuration.gaps.isEmpty && configuration.problems.isEmpty)
    #expect(configuration.entries(menu).count == count)
  }

  @Test func anAddressWithItsMaskApartIsComparedWithIt() {
    let text = "/ip address\nadd address=192.0.2.1 interface=ether1 netmask=255.255.255.0"
    let address = lowered(text, "6.48").entries("/ip/address")[0]
    #expect(address.comparedValue("address").text == "192.0.2.1/24")
    #expect(address.comparedValue("netmask").text == nil)
  }

  @Test func aFailedExportLeavesOutAllBeneath() {
    let configuration = lowered("#error exporting \"/ip\" (timeout)")
    #expect(configuration.mayBeIncomplete("/ip/route") && configuration.mayBeAltered("/ip/dns"))
    #expect(!configuration.mayBeIncomplete("/ipv6/route"))
  }

  @Test func aLineOfManyPropertiesIsReadInLinearTime() {
    let line = (0..<20_000).map { "a\($0)=x" }.joined(separator: " ")
    let entry = lowered("/ip dns\nset " + line).entries("/ip/dns")[0]
    #expect(entry.writtenProperties.count == 20_000)
    let clock = ContinuousClock()
    let span = clock.measure { for name in entry.writtenProperties { _ = entry.value(name) } }
    #expect(span < .seconds(5))
  }
}
