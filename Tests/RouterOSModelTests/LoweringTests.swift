import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Finds out what `text` means as an export of `release`.
private func lowered(_ release: String, _ text: String) -> Configuration {
  let text = "# 2026-01-01 00:00:00 by RouterOS \(release)\n" + text
  return lower(parse(SourceFile(name: "example.rsc", text: text)))
}

@Suite struct LoweringTests {
  @Test func tellsWrittenValuesFromDefaults() throws {
    let routes = lowered(
      "7.16", "/ip route\nadd distance=2 gateway=192.0.2.1\nadd gateway=192.0.2.2\n"
    )
    .entries("/ip/route")
    #expect(routes.map { $0.value("distance").text } == ["2", "1"])
    guard case .written = try #require(routes.first).value("distance").origin else {
      Issue.record("a written distance must keep its place")
      return
    }
    #expect(routes[1].value("distance").origin == .defaulted(by: RouterOSVersion(7, 16)))
    #expect(routes[1].value("dst-address").text == "0.0.0.0/0")
  }

  @Test(arguments: ["*FFFFFFFE", "default-encryption", "[ find name=default-encryption ]"])
  func findsBuiltInEntriesHoweverAddressed(target: String) throws {
    let profiles = lowered("6.48.3", "/ppp profile\nset \(target) bridge=bridge1\n")
      .entries("/ppp/profile")
    let profile = try #require(profiles.first { $0.builtIn?.name == "default-encryption" })
    #expect(profiles.count == 2)
    #expect(profile.value("bridge").text == "bridge1")
    #expect(profile.value("use-encryption").text == "yes")
  }

  @Test func builtInEntriesAreCalledByTheirName() {
    let services = lowered("7.16", "/ip service\nset telnet disabled=yes\n").entries("/ip/service")
    #expect(services.allSatisfy { $0.value("name").text == $0.builtIn?.name })
  }

  @Test func builtInEntriesNeedNoLine() {
    let services = lowered("7.16", "").entries("/ip/service")
    #expect(services.contains { $0.builtIn?.name == "telnet" && $0.value("disabled").text == "no" })
    #expect(services.allSatisfy { !$0.isWritten })
  }

  @Test func aDefaultMayDependOnTheRelease() {
    let text = "/ip dhcp-server\nadd interface=ether1 name=lan\n"
    #expect(
      lowered("6.48", text).entries("/ip/dhcp-server").map { $0.value("disabled").text } == ["yes"])
    #expect(
      lowered("7.16", text).entries("/ip/dhcp-server").map { $0.value("disabled").text } == ["no"])
  }

  @Test func aReleaseThatIsSaidGoesBeforeTheHeader() {
    let text = "/ip dhcp-server\nadd interface=ether1 name=lan\n"
    let script = lowered("7.16", text).script
    let configuration = lower(script, as: RouterOSVersion(6, 48))
    #expect(configuration.version == RouterOSVersion(6, 48))
    #expect(configuration.entries("/ip/dhcp-server").map { $0.value("disabled").text } == ["yes"])
    #expect(!configuration.secretsAreHidden && lower(script).secretsAreHidden)
  }

  @Test func laterLinesChangeTheSameEntry() {
    let text =
      "/ppp profile\nadd name=a bridge=b1\nset a bridge=b2\nset [ find name=a ] only-one=yes\n"
    let entry = lowered("7.16", text).entries("/ppp/profile").first { $0.value("name").text == "a" }
    #expect(entry?.value("bridge").text == "b2")
    #expect(entry?.value("only-one").text == "yes")
  }

  @Test func aSearchForNothingFindsEveryEntry() {
    let text =
      "/interface lte\nset [ find ] name=lte1\n/ip service\nset [ find ] disabled=yes\n"
      + "/ip route\nadd gateway=192.0.2.1\nset [find] distance=5\n"
    let configuration = lowered("7.16", text)
    #expect(configuration.understood == 4 && configuration.gaps.isEmpty)
    #expect(configuration.entries("/interface/lte").map { $0.value("name").text } == ["lte1"])
    let services = configuration.entries("/ip/service")
    #expect(services.count > 1 && services.allSatisfy { $0.value("disabled").text == "yes" })
    #expect(configuration.entries("/ip/route").map { $0.value("distance").text } == ["5"])
  }

  @Test func aBareWordIsAFlagOfItsMenu() {
    let text = "/ip route\nadd blackhole dst-address=192.0.2.0/24\nadd nonsense gateway=192.0.2.1\n"
    let configuration = lowered("7.16", text)
    let routes = configuration.entries("/ip/route")
    #expect(routes.map { $0.value("blackhole").text } == ["yes"])
    #expect(routes.map(\.writtenProperties) == [["blackhole", "dst-address"]])
    #expect(configuration.mayBeIncomplete("/ip/route"))
  }

  @Test func hiddenSecretsAreNotMissingSecrets() {
    let text = "/ppp secret\nadd name=a\n"
    #expect(
      lowered("7.16", text).entries("/ppp/secret").map { $0.value("password").origin } == [.hidden])
    #expect(
      lowered("6.48", text).entries("/ppp/secret").map { $0.value("password").origin } == [.hidden])
    let shown = lowered("7.16", text + "add name=b password=x\n").entries("/ppp/secret")
    #expect(shown.map { $0.value("password").isKnown } == [true, true])
  }

  @Test func whatNobodyDocumentsIsUnknown() {
    let entry = lowered("7.16", "/ip route\nadd gateway=192.0.2.1\n").entries("/ip/route").first
    #expect(entry?.value("no-such-property").origin == .unknown)
  }

  @Test func damageMakesItsMenuIncomplete() {
    let configuration = lowered("7.16", "/ip route\nadd gateway=\"192.0.2.1\n/ip address\n")
    #expect(configuration.mayBeIncomplete("/ip/route"))
    #expect(!configuration.mayBeIncomplete("/ip/address"))
    let failed = lowered("7.16", "#error exporting \"/ip/route\" (timeout)\n")
    #expect(failed.mayBeIncomplete("/ip/route"))
  }

  @Test func unmodelledMenusKeepTheirEntries() {
    let configuration = lowered("7.16", "/no such menu\nadd a=1\nadd a=1\n")
    #expect(configuration.entries("/no/such/menu").count == 2)
    #expect(configuration.understood == 2)
  }

  @Test(arguments: [
    "{ :do { /ip route add gateway=192.0.2.1 } }", ":if (true) do={ remove [find] }", "$function a",
    ":foreach i in=[/ip route find] do={ /ip route remove $i }", ":execute \"/ip route remove 0\"",
    "do { /ip route remove 0 } on-error={}", "/import file-name=a.rsc", "/system script run a",
    "/system backup load name=a", "/undo", "/system reset-configuration", ":put [/ip route add]",
    "set [find name=[/ip route remove 0]] a=b", "add comment=\"$[/ip route remove 0]\"",
    ":error a", "/no such thing make a=b", ":while (true) do={ :put \"$[/ip route add]\" }",
    ":local a [/ip route remove 0]", "set x comment=[:parse a]",
  ])
  func whatCannotBeFollowedMakesEveryMenuUnknown(statement: String) {
    let configuration = lowered("7.16", "/interface ethernet\n\(statement)\n")
    #expect(configuration.mayBeIncomplete("/ip/route"), "\(statement)")
  }

  @Test(arguments: [
    "print", "export", "/ping 192.0.2.1 count=2", "/tool traceroute 192.0.2.1", "monitor ether1",
    "/log print", "/quit", ":put [/ip route print]", ":local a [find name=b]", ":delay 5s",
    ":global f do={ /ip route remove 0 }", ":if (true) do={ :put [get ether1 name] }",
    "/system script\nadd name=a source=\"/ip route remove 0\"", "/tool fetch url=http://192.0.2.1",
    "/system scheduler\nadd name=a on-event={ /ip route remove 0 }", ":foreach i in={1;2} do={}",
    "set [ find default-name=ether1 ] name=wan", "add comment=\"\\$[/ip route remove 0]\"",
  ])
  func whatOnlyReadsChangesNothing(statement: String) {
    let configuration = lowered("7.16", "/interface ethernet\n\(statement)\n")
    #expect(configuration.gaps.isEmpty, "\(statement)")
    #expect(configuration.understood == configuration.script.count)
  }

  @Test(arguments: [
    "/interface ethernet switch port\nset ether1 vlan-mode=secure",
    "/interface wireless nstreme\nset \"wlan 1\" enable-polling=no", "/queue type\nset 5 kind=pcq",
    "/queue type\nset default-small kind=pcq", "/system logging\nset 0 action=disk",
    "/snmp community\nset [ find default=yes ] addresses=192.0.2.0/24",
    "/ip ipsec mode-config\nset [ find default=yes ] name=a", "/port\nset 0 name=serial0",
    "/ip ipsec policy\nset 0 disabled=yes", "/ip hotspot user\nset [ find default=yes ] name=a",
  ])
  func whatNeedsNoLineCanBeSet(statement: String) throws {
    let configuration = lowered("7.16", statement + "\n")
    #expect(configuration.gaps.isEmpty)
    #expect(configuration.understood == 1)
    let menu = try #require(configuration.menus.first)
    #expect(configuration.entries(menu).count(where: \.isWritten) == 1)
  }

  @Test func builtInEntriesOfRouterOS6AreNotThoseOfRouterOS7() {
    let text = "/routing ospf area\nset [ find default=yes ] name=core\n"
    #expect(lowered("6.48", text).entries("/routing/ospf/area").map(\.isWritten) == [true])
    #expect(lowered("7.16", "").entries("/routing/ospf/area").isEmpty)
  }

  @Test(arguments: ["remove 0", "disable a", "move 1 0", "unset a comment", "edit a name"])
  func aCommandOfAMenuMakesItUnknown(command: String) {
    let configuration = lowered(
      "7.16", "/system identity\nset name=a\n/ip route\n\(command)\n")
    #expect(configuration.mayBeIncomplete("/ip/route") && !configuration.mayBeIncomplete("/ppp"))
  }

  @Test(arguments: [
    ("remove number=0", true), ("set 0 gateway=192.0.2.1", true), ("edit a gateway", true),
    ("add gateway=192.0.2.1\nfailure: no", false), ("add gateway=192.0.2.1\nodd", true),
    ("print\n 0 D 192.0.2.1", false), ("/ip r add gateway=192.0.2.1", true),
    ("/ip ro print", false), ("/ip route rem 0", true), ("/ip ro remove a", true),
  ])
  func aTranscriptLeavesOpenWhatItDoesNotTell(command: String, isOpen: Bool) {
    let text = "[admin@x] /ip/route> \(command)\n[admin@x] > \n"
    let configuration = lower(parse(SourceFile(name: "session.txt", text: text)))
    #expect(configuration.mayBeIncomplete("/ip/route") == isOpen)
    #expect(configuration.entries("/ip/route").isEmpty)
  }
}
