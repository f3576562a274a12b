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

  @Test func anInterfaceThatNoLineMentionsIsNoEntryOfItsOwn() {
    let configuration = lowered("/interface\nset ether1 mtu=1400")
    #expect(configuration.entries("/interface").isEmpty)
    #expect(configuration.mayBeAltered("/interface/ethernet"))
  }

  @Test func theTemplateOfPoliciesIsFoundByBothItsNames() {
    let texts = ["0", "[find default=yes]"].map { target in
      lowered("/ip ipsec policy\nset \(target) proposal=x").entries("/ip/ipsec/policy").map {
        $0.value("proposal").text
      }
    }
    #expect(texts == [["x"], ["x"]])
  }

  @Test func aPropertyTypedInShortMayBeAnyThatBeginsSo() {
    let configuration = lowered("/ip address\nadd addr=192.0.2.1/24 int=ether1")
    #expect(configuration.alteration(ofMenu: "/ip/address") != nil)
    #expect(configuration.alteration(ofMenu: "/ip/route") == nil)
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
