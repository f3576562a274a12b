import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Values that a line gives and that only a router could tell.
@Suite struct UnknownValueTests {
  private func lowered(_ text: String) -> Configuration {
    lower(parse(SourceFile(name: "example.rsc", text: text)))
  }

  @Test(arguments: [
    "distance=$d", "distance=(1+1)", "distance=\"$d\"", "distance=abc", "distance=[x]",
  ])
  func aValueThatIsNoneIsUnknown(argument: String) throws {
    let entry = try #require(lowered("/ip route\nadd \(argument)\n").entries("/ip/route").first)
    #expect(entry.value("distance").origin == .unknown && entry.value("distance").text == nil)
    #expect(entry.statedValue("distance").text != nil)
  }

  @Test(arguments: [
    "comment=\"5\\$d\"", "comment=\"it costs 5$\"", "distance=0x5", "distance=\"5\"",
  ])
  func aValueThatIsOneIsKnown(argument: String) throws {
    let entry = try #require(lowered("/ip route\nadd \(argument)\n").entries("/ip/route").first)
    #expect(entry.value(argument.prefix { $0 != "=" }.description).isKnown)
  }

  @Test(arguments: [
    "/ppp profile\nadd name=$n", "/ip route\nadd $all", "/ppp profile\nset $n bridge=b",
  ])
  func aNameThatIsCodeOpensAGap(text: String) {
    let configuration = lowered(text + "\n")
    #expect(configuration.gaps.count == 1 && configuration.gaps["/"] == nil)
  }

  @Test func anInterfaceIsFoundInTheMenuOfItsKind() {
    let text = "/interface l2tp-client\nadd name=a\n/interface\nset a comment=b\n"
    let configuration = lowered(text + "enable [find name=a]\n")
    let entry = configuration.entries("/interface/l2tp-client").first
    #expect(entry?.value("disabled").text == "no" && entry?.value("comment").text == "b")
    #expect(configuration.gaps.isEmpty)
    #expect(lowered(text + "disable 0\n").mayBeAltered("/interface/l2tp-client"))
    #expect(!lowered(text + "disable 0\n").mayBeAltered("/ip/route"))
  }

  @Test(arguments: [
    ("/export", true, true), ("/ip route export", true, false), ("/ip export terse", true, true),
    ("/ip/route/export show-sensitive verbose", true, false),
    ("/ip route export where distance=1", false, false),
  ])
  func anExportShowsItsPartOfTheRouter(command: String, routes: Bool, addresses: Bool) {
    let configuration = lowered(
      "[admin@x] > \(command)\n/ip route\nadd gateway=192.0.2.1\n[admin@x] > \n")
    #expect(configuration.mayBeIncomplete("/ip/route") == !routes)
    #expect(configuration.mayBeIncomplete("/ip/address") == !addresses)
    #expect(configuration.mayBeIncomplete("/snmp") == (command != "/export"))
    #expect(configuration.mayBeAltered("/snmp") == (command != "/export"))
  }

  @Test func anExportOfTheWholeRouterMakesUpForOneOfAPart() {
    let text =
      "[admin@x] > /ip route export\n/ip route\nadd gateway=192.0.2.1\n[admin@x] > /export\n"
    #expect(!lowered(text + "/ip route\nadd gateway=192.0.2.1\n").mayBeIncomplete("/snmp"))
  }
}
