import RouterOSModel
import Testing

/// What meets those who begin a connection.
@Suite struct NewPacketTests {
  private static let base = """
    /interface bridge
    add name=bridge1
    /interface list
    add name=WAN
    add name=LAN
    /interface list member
    add interface=ether1 list=WAN
    add interface=bridge1 list=LAN
    /ip address
    add address=192.0.2.2/24 interface=ether1
    add address=192.168.88.1/24 interface=bridge1
    /ip dns
    set allow-remote-requests=yes

    """

  private func router(_ rules: [String], more: String = "") -> (wan: Row?, services: [Row]) {
    let text =
      Self.base + more + "\n/ip firewall filter\n" + rules.map { "add \($0)\n" }.joined()
    let found = device(headerOfRouterOS("7.16") + text + "/system identity\nset name=a\n")
    return (found.rows(.interfaces).named("ether1"), found.rows(.services))
  }

  private func input(_ rules: String..., more: String = "") -> String {
    router(rules.map { "chain=input \($0)" }, more: more).wan?.word("new-input") ?? "no row"
  }

  private func forward(_ rules: String..., more: String = "") -> String {
    router(rules.map { "chain=forward \($0)" }, more: more).wan?.word("new-forward") ?? "no row"
  }

  private func dns(_ rules: String..., more: String = "") -> String {
    router(rules.map { $0.contains("chain=") ? $0 : "chain=input \($0)" }, more: more).services
      .named("dns")?.word("from-untrusted") ?? "no row"
  }

  @Test func withoutRulesEverybodyPasses() {
    #expect(input() == "accept")
    #expect(forward() == "accept")
    #expect(dns() == "accept")
  }

  @Test(arguments: [
    (["action=drop"], "drop"),
    (["action=reject in-interface-list=WAN"], "drop"),
    (["action=drop in-interface-list=!LAN"], "drop"),
    (["action=drop in-interface=ether2"], "accept"),
    (["action=drop in-interface=all-ethernet"], "drop"),
    (["action=drop connection-state=new"], "drop"),
    (["action=drop connection-state=invalid"], "accept"),
    (["action=accept connection-state=established,related,untracked", "action=drop"], "drop"),
    (["action=accept connection-state=!invalid", "action=drop"], "accept"),
    (["action=accept src-address=198.51.100.0/24", "action=drop"], "limited"),
    (["action=accept src-address-list=managers", "action=drop"], "limited"),
    (["action=drop src-address-list=!managers"], "limited"),
    (["action=drop src-address-list=bad"], "accept"),
    (["action=accept src-address=0.0.0.0/0", "action=drop"], "accept"),
    (["action=drop src-address=0.0.0.0/0"], "drop"),
    (["action=accept dst-port=22 protocol=tcp", "action=drop"], "drop"),
    (["action=accept dst-port=!22 protocol=tcp", "action=drop"], "accept"),
    (["action=accept dst-port=1024-65535 protocol=udp", "action=drop"], "accept"),
    (["action=accept port=53 protocol=udp", "action=drop"], "limited"),
    (["action=accept protocol=udp src-port=0-65535", "action=drop"], "accept"),
    (["action=accept protocol=icmp", "action=drop"], "drop"),
    (["action=drop protocol=tcp", "action=drop protocol=udp"], "drop"),
    (["action=drop protocol=tcp"], "accept"),
    (["action=drop limit=10,5:packet"], "accept"),
    (["action=accept limit=10,5:packet", "action=drop"], "accept"),
    (["action=drop disabled=yes"], "accept"),
    (["action=drop dst-address=192.0.2.2"], "drop"),
    (["action=drop dst-address=192.168.88.1"], "accept"),
    (["action=drop dst-address-type=!local"], "accept"),
    (["action=drop dst-address-type=local"], "drop"),
    (["action=accept ipsec-policy=in,ipsec", "action=drop"], "drop"),
    (["action=accept connection-nat-state=dstnat", "action=drop"], "drop"),
    (["action=accept connection-mark=a", "action=drop"], "drop"),
    (["action=accept content=open", "action=drop"], "?"),
    (["action=drop content=shut", "action=drop"], "drop"),
    (["action=drop packet-size=100-200"], "?"),
    (["action=drop brand-new=1"], "?"),
    (["action=drop brand-new=1", "action=drop"], "drop"),
    (["action=drop disabled=$x"], "?"),
    (["action=drop protocol=tcp tcp-flags=syn", "action=drop protocol=udp"], "drop"),
    (["action=drop protocol=tcp tcp-flags=fin,syn", "action=drop protocol=udp"], "accept"),
  ])
  func rulesAreFollowedInTheirOrder(rules: [String], verdict: String) {
    let found = router(rules.map { "chain=input \($0)" }).wan?.word("new-input")
    #expect(found == verdict)
  }

  @Test func chainsAreFollowed() {
    func jump(_ rules: String..., then: String...) -> String {
      router(
        ["action=jump chain=input jump-target=wan"] + then.map { "chain=input \($0)" }
          + rules.map { "chain=wan \($0)" }
      ).wan?.word("new-input") ?? "no row"
    }
    #expect(jump("action=drop") == "drop")
    #expect(jump("action=return", "action=drop") == "accept")
    #expect(jump("action=return src-address-list=staff", "action=drop") == "limited")
    #expect(jump("action=return protocol=icmp", "action=drop") == "drop")
    #expect(jump("action=accept dst-port=22 protocol=tcp", then: "action=drop") == "drop")
    #expect(jump("action=return limit=1,2:packet", "action=drop") == "accept")
    #expect(jump("action=jump jump-target=wan") == "?")
  }

  @Test func aJumpOfSomeTakesOnlyThese() {
    func jump(_ condition: String, _ rules: String..., then: String = "action=passthrough")
      -> String
    {
      router(
        ["action=jump chain=input jump-target=wan \(condition)", "chain=input \(then)"]
          + rules.map { "chain=wan \($0)" }
      ).wan?.word("new-input") ?? "no row"
    }
    #expect(jump("in-interface-list=WAN", "action=drop") == "drop")
    #expect(jump("in-interface-list=LAN", "action=drop") == "accept")
    #expect(jump("src-address-list=staff", "action=accept", then: "action=drop") == "limited")
    #expect(jump("src-address-list=!staff", "action=drop") == "limited")
    #expect(jump("brand-new=1", "action=drop") == "?")
    #expect(jump("brand-new=1", "action=passthrough", then: "action=drop") == "drop")
    #expect(jump("brand-new=1", "action=passthrough") == "accept")
  }

  @Test func rawDropsFirst() {
    let raw = "/ip firewall raw\nadd action=drop chain=prerouting dst-port=53 protocol="
    let both = raw + "udp\n" + raw + "tcp\n"
    #expect(dns(more: both) == "drop")
    #expect(dns(more: raw + "udp\n") == "accept")
    #expect(input(more: both) == "accept")
  }

  @Test func untrackedPacketsAreNotNew() {
    let raw = "/ip firewall raw\nadd action=notrack chain=prerouting dst-port=53 protocol=udp\n"
    let rules = "action=accept connection-state=established,related,untracked"
    #expect(dns(rules, "action=drop", more: raw) == "?")
    #expect(dns("action=drop", more: raw) == "drop")
  }

  @Test func whatIsTranslatedDoesNotReachTheRouter() {
    let nat = "/ip firewall nat\nadd chain=dstnat dst-port=53 action="
    let away = ["udp", "tcp"].map { nat + "dst-nat protocol=\($0) to-addresses=192.168.88.9\n" }
    #expect(dns(more: away.joined()) == "drop")
    #expect(dns(more: nat + "redirect protocol=udp to-ports=53\n") == "accept")
  }

  @Test func aServiceMayBeKeptByItself() {
    let services = router(
      [], more: "/ip service\nset ssh address=198.51.100.0/24\nset winbox address=0.0.0.0/0"
    ).services
    #expect(services.named("ssh")?.word("from-untrusted") == "limited")
    #expect(services.named("winbox")?.word("from-untrusted") == "accept")
    #expect(services.named("mac-telnet")?.word("from-untrusted") == "-")
  }

  @Test func forwardingLooksAtWhereItGoes() {
    #expect(forward("action=drop in-interface-list=WAN") == "drop")
    #expect(
      forward("action=drop connection-nat-state=!dstnat connection-state=new in-interface=ether1")
        == "drop")
    #expect(forward("action=drop out-interface-list=LAN") == "drop")
    #expect(forward("action=drop out-interface=ether7") == "accept")
    #expect(forward("action=drop dst-address=192.168.0.0/16") == "drop")
    #expect(forward("action=accept dst-address=192.168.88.7", "action=drop") == "limited")
    #expect(forward("action=fasttrack-connection", "action=drop") == "drop")
  }

  @Test func answersAreNotNew() {
    func answers(_ rules: String...) -> String {
      router(rules.map { "chain=input \($0)" }).wan?.word("answers-input") ?? "no row"
    }
    let established = "action=accept connection-state=established,related"
    #expect(answers("action=drop") == "drop")
    #expect(answers("action=drop", established) == "drop")
    #expect(answers(established, "action=drop") == "accept")
    #expect(answers("action=drop connection-state=invalid,new") == "accept")
    #expect(answers("action=accept protocol=udp src-port=53", "action=drop") == "accept")
  }

  @Test func ipv6IsAWorldOfItsOwn() {
    let address = "/ipv6 address\nadd address=2001:db8::2/64 interface=ether1\n"
    let filter = "/ipv6 firewall filter\nadd action=drop chain=input in-interface-list=WAN\n"
    #expect(dns("action=drop") == "drop")
    #expect(dns("action=drop", more: address) == "accept")
    #expect(dns("action=drop", more: address + filter) == "drop")
    #expect(
      dns("action=drop", more: address + "/ipv6 settings\nset disable-ipv6=yes\n") == "drop")
    #expect(router([], more: address).wan?.word("new-input-ip6") == "accept")
    #expect(router([]).wan?.word("new-input-ip6") == "-")
  }

  @Test func whoseTrustIsNotKnownIsNotGuessed() {
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      /ip firewall filter
      add action=accept chain=input
      """
    #expect(rows(.services, of: text).named("ssh")?.word("from-untrusted") == "?")
    let drop = text.replacing("accept", with: "drop")
    #expect(rows(.services, of: drop).named("ssh")?.word("from-untrusted") == "drop")
  }

  @Test func aMachineInANetworkShowsNoStrangers() {
    func input(_ lines: String, _ name: String) -> String? {
      rows(.interfaces, of: lines).named(name)?.word("new-input")
    }
    let client = "/ip dhcp-client\nadd disabled=no interface=ether1\n"
    let address = "/ip address\nadd interface=ether2 address="
    #expect(rows(.interfaces, of: client).named("ether1")?.word("trust") == "?")
    #expect(rows(.services, of: client).named("ssh")?.word("from-untrusted") == "?")
    #expect(input(address + "192.168.1.2/24", "ether2") == "-")
    #expect(input(address + "198.51.100.2/24", "ether2") == "accept")
    #expect(input(client + address + "198.51.100.2/24", "ether1") == "accept")
    #expect(input(client + address + "198.51.100.2/24", "ether2") == "-")
  }

  @Test func aProjectSaysWhoIsTrusted() {
    let found = device(
      headerOfRouterOS("7.16") + Self.base
        + "/ip firewall filter\nadd action=drop chain=input in-interface=ether1\n")
    var facts = FleetFacts()
    facts.untrusted = [0: ["bridge1"]]
    let services = Fleet([found], facts: facts).rows(.services, of: 0)
    #expect(services.named("ssh")?.word("from-untrusted") == "accept")
  }

  @Test(
    arguments: [
      { (_: Int) in "chain=input action=accept in-interface=ether9" },
      { (number: Int) in "chain=input action=drop src-address=10.\(number / 256).\(number % 256).1"
      },
      { (number: Int) in "chain=input action=accept in-interface=ether\(number)" },
      { (number: Int) in "chain=c\(number) action=jump jump-target=c\(number + 1)" },
      { (_: Int) in "chain=input action=jump jump-target=input src-address-list=a" },
    ] as [@Sendable (Int) -> String])
  func manyRulesEnd(rule: @Sendable (Int) -> String) {
    let start = ContinuousClock.now
    let rules = ["chain=input action=jump jump-target=c0"] + (0..<5_000).map { rule($0) }
    let found = router(rules)
    #expect(found.services.named("ssh")?.word("from-untrusted") != nil)
    #expect(found.wan?.word("new-forward") != "no column")
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
