import RouterOSModel
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// What a router of the release would refuse, and what Jalur must not accuse.
@Suite struct MeaningProblemTests {
  /// What is said of an export of `version`; without one of a script that names none.
  private func problems(_ text: String, _ version: String? = "7.18") -> [String] {
    let header = version.map { "# 2025-01-02 03:04:05 by RouterOS \($0)\n" } ?? ""
    let configuration = lower(parse(SourceFile(name: "a.rsc", text: header + text + "\n")))
    return configuration.problems.map { $0.message(by: configuration.concealment) }
  }

  @Test(arguments: [
    (
      "/interface vlan\nadd interface=ether1 name=v vlan-id=5000",
      "'5000' is no value of 'vlan-id'; expected a whole number from 1 to 4095"
    ),
    (
      "/ip route\nadd distance=far dst-address=192.0.2.0/24",
      "'far' is no value of 'distance'; expected a whole number from 0 to 255"
    ),
    (
      "/ip firewall filter\nadd action=acept chain=input",
      "'acept' is no value of 'action'; did you mean 'accept'? expected one of accept, "
        + "add-dst-to-address-list, add-src-to-address-list, drop, fasttrack-connection, jump, log, "
        + "passthrough, reject, return, tarpit"
    ),
    (
      "/ip firewall filter\nadd chain=input connection-state=established,relatd",
      "'relatd' is no value of 'connection-state'; did you mean 'related'? expected some of "
        + "established, invalid, new, related, untracked"
    ),
    (
      "/interface bridge\nadd forward-delay=1m name=b",
      "'1m' is no value of 'forward-delay'; expected a time span such as 10s or 1d02:00:00 from 4s to "
        + "30s"
    ),
    (
      "/ip address\nadd address=192.0.2.300/24 interface=ether1",
      "'192.0.2.300/24' is no value of 'address'; expected an address with the length of its network "
        + "such as 192.0.2.1/24"
    ),
    (
      "/interface l2tp-client\nadd keepalive-timeout=soon name=l",
      "'soon' is no value of 'keepalive-timeout'; expected a time span such as 10s or "
        + "1d02:00:00, or disabled"
    ),
  ])
  func valuesThatCannotBeAreSaid(text: String, message: String) {
    #expect(problems(text) == [message])
  }

  @Test(arguments: [
    "/interface wifi capsman\nset interfaces=bridge ca-certificate=own",
    "/interface wifi cap\nset discovery-interfaces=bridge1 certificate=own",
    "/ip dhcp-server lease\nadd address=192.0.2.9 queue-type=own",
    "/interface vrrp\nadd interface=ether1 name=vr1 group-authority=vr2",
    "/interface bridge vlan\nadd bridge=b vlan-ids=1 mvrp-forbidden=ether1",
    "/user aaa\nset exclude-groups=ops", "/tool sms\nset port=lte1",
    "/interface ethernet\nset [ find default-name=sfp1 ] sfp-shutdown-temperature=95C",
    "/interface ethernet switch port\nset 0 default-vlan-id=auto",
    "/tool netwatch\nadd host=192.0.2.1 thr-loss-percent=99%",
    "/interface wifi channel\nadd name=a reselect-interval=1d12h..2d",
    "/interface lte apn\nadd name=a ip-type=ipv4-ipv6",
    "/ip hotspot walled-garden ip\nadd protocol=41",
    "/ip ipsec identity\nadd auth-method=rsa-signature peer=a",
    "/ppp profile\nadd name=a idle-timeout=none",
    "/routing bgp connection\nadd name=a remote.allowed-as=64496,64497",
    "/routing ospf interface-template\nadd area=a vlink-neighbor-id=192.0.2.1",
    "/ip proxy\nset port=8080,8081",
  ])
  func valuesThatRoutersTakeAreNoProblem(text: String) { #expect(problems(text).isEmpty) }

  @Test(arguments: [
    "/ppp profile\nadd name=a only-one=maybe", "/ppp profile\nadd name=a change-tcp-mss=on",
    "/ppp profile\nadd name=a local-address=300.1.1.1",
    "/interface wireguard\nadd name=a listen-port=70000",
    "/interface bridge vlan\nadd bridge=b vlan-ids=1,5000",
    "/ip firewall filter\nadd chain=input src-address=192.0.2.9-192.0.2.1",
    "/ip firewall filter\nadd chain=input time=25h-26h,mon",
    "/ip firewall filter\nadd chain=input protocol=tpc",
    "/ip firewall filter\nadd chain=input src-address=2001:db8::1",
    "/ip route\nadd dst-address=2001:db8::/32 gateway=ether1",
    "/ipv6 route\nadd dst-address=192.0.2.0/24 gateway=ether1",
    "/ip ipsec peer\nadd name=a exchange-mode=ike3", "/user group\nadd name=a policy=raed",
    "/ip pool\nadd name=a ranges=192.0.2.9-192.0.2.1",
  ])
  func valuesThatNoRouterTakesAreOneProblem(text: String) { #expect(problems(text).count == 1) }

  @Test(arguments: [
    (
      "/ip route\nadd gatway=192.0.2.1", "7.18",
      "'gatway' is no known property of /ip route; did you mean 'gateway'?"
    ),
    ("/ip adress\nadd a=b", "7.18", "/ip adress is no known menu; did you mean /ip address?"),
    (
      "/ip adress\nadd a=b\nadd a=c", "6.48.3",
      "/ip adress is no known menu; did you mean /ip address?"
    ),
    (
      "/routing bgp connection\nadd name=a remote-as=64496", "7.16",
      "'remote-as' is RouterOS 6; in 7 it is 'remote.as'"
    ),
    (
      "/routing bgp peer\nadd name=a remote-as=64496", "7.16",
      "/routing bgp peer is RouterOS 6; in 7 it is /routing bgp connection"
    ),
    (
      "/routing bgp instance\nadd as=64496 name=a", "7.18",
      "/routing bgp instance is there until 6 and since 7.20; this export is of 7.18"
    ),
    (
      "/interface bridge\nadd name=b port-cost-mode=long", "7.12",
      "'port-cost-mode' is there since 7.13; this export is of 7.12"
    ),
  ])
  func namesOfOtherReleasesAreSaid(text: String, version: String, message: String) {
    #expect(problems(text, version) == [message])
  }

  @Test(arguments: [
    "/ip route\nadd gateway=*1A distance=$distance dst-address=[:put 1]",
    "/ip dhcp-server\nadd address-pool=\"*0\" interface=*1B name=d",
    "/interface l2tp-client\nadd name=l password=***** keepalive-timeout=*****",
    "/ip firewall filter\nadd action=drop chain=mine protocol=!tcp src-address=!192.0.2.0/24",
    "/ip address\nadd comment=x copy-from=0 place-before=1 address=192.0.2.1/24 interface=ether1",
    "/ip addr\nadd addr=192.0.2.1/24 interface=ether1",
    "/interface bridge\nset [ find name=b ] admin-mac=\"\" comment=a disabled=yes",
    ":if (true) do={ /ip route add distance=far }",
  ])
  func whatOnlyARouterKnowsIsNoProblem(text: String) {
    #expect(problems(text) == [])
    #expect(problems(text, nil) == [])
  }

  @Test(arguments: ["7.99", "6.48.3", "7.1", "5.26"])
  func whatTheCatalogueDoesNotKnowOfIsNoProblem(version: String) {
    let text = """
      /ip route
      add brand-new-property=1
      /no such menu
      add a=b
      /ip firewall filter
      add action=teleport chain=input
      """
    #expect(problems(text, version) == [])
    #expect(problems(text, nil) == [])
  }

  @Test func damagedStatementsAreLeftToTheReader() {
    #expect(problems("/ip route\nadd distance=far gatway=\"192.0.2.1") == [])
  }

  @Test func secretsAreNeverQuoted() {
    let text = """
      /ppp secret
      add name=a password=hunter2hunter2
      /ip route
      add distance=hunter2hunter2
      """
    #expect(!problems(text).joined().contains("hunter2") && problems(text).count == 1)
  }

  @Test func longValuesAreCut() {
    let value = String(repeating: "9", count: 5000)
    #expect(problems("/ip route\nadd distance=\(value)").allSatisfy { $0.utf8.count < 250 })
  }

  @Test func manyStrangersCostLittle() {
    let names = (0..<20_000).map { "add gatewax\($0)=a" }.joined(separator: "\n")
    #expect(problems("/ip route\n" + names).count == 20_000)
  }

  @Test func manyWordsThatAreNoneCostLittle() {
    let words = (0..<5_000).map { "add action=acceptx\($0) chain=input" }.joined(separator: "\n")
    #expect(problems("/ip firewall filter\n" + words).count == 5_000)
    #expect(problems("/ip firewall filter\n" + words, "6.48.3").count == 0)
  }

  @Test func whatARuleAsksForAndIsNoValueIsUnknown() {
    let text = "/ip route\nadd distance=300 gateway=192.0.2.1\nadd distance=3 gateway=192.0.2.2\n"
    let routes = lower(parse(SourceFile(name: "a.rsc", text: text))).entries("/ip/route")
    #expect(routes.map { $0.value("distance").isKnown } == [false, true])
    #expect(routes.map { $0.statedValue("distance").text } == ["300", "3"])
  }

  /// What fires over real exports is read by people, and each is right: nothing may join silently.
  @Test func realExportsAreNotAccused() throws {
    var counts: [Bool: Int] = [:]
    let exports = Corpus.shared.files.filter(\.isExport)
    for file in exports {
      let source = SourceFile(name: "export", bytes: try file.bytes())
      for problem in lower(parse(source)).problems {
        counts[problem.isInvalidValue, default: 0] += 1
      }
    }
    print(
      "corpus: of \(exports.count) exports \(counts[true] ?? 0) values are invalid and",
      "\(counts[false] ?? 0) names unknown")
    #expect(counts[true] ?? 0 == 0)
    #expect(counts[false] ?? 0 <= 4)
  }
}
