import RouterOSModel
import Testing

/// Sessions of BGP in the spellings of all releases.
@Suite struct SessionViewTests {
  private static let old = """
    # jan/02/2024 03:04:05 by RouterOS 6.49.10
    /ip address
    add address=192.0.2.2/24 interface=ether1 network=192.0.2.0
    /routing bgp instance
    set default as=64496 redistribute-connected=yes router-id=192.0.2.2
    /routing bgp network
    add network=198.51.100.0/24 synchronize=no
    /routing bgp peer
    add hold-time=30s in-filter=in name=far remote-address=192.0.2.1 remote-as=64512 use-bfd=yes

    """

  private static let new =
    headerOfRouterOS("7.16") + """
      /ip address
      add address=192.0.2.2/24 interface=ether1 network=192.0.2.0
      /ip firewall address-list
      add address=198.51.100.0/24 list=own
      /ip route
      add blackhole dst-address=198.51.100.0/24
      /routing bfd configuration
      add interfaces=ether1
      /routing bgp template
      set default as=64496 hold-time=30s input.filter=in use-bfd=yes
      /routing bgp connection
      add local.role=ebgp name=far output.network=own .redistribute=connected remote.address=192.0.2.1/32 \\
          .as=64512 router-id=192.0.2.2 templates=default

      """

  private static let newest =
    headerOfRouterOS("7.20") + """
      /ip address
      add address=192.0.2.2/24 interface=ether1 network=192.0.2.0
      /ip firewall address-list
      add address=198.51.100.0/24 list=own
      /ip route
      add blackhole dst-address=198.51.100.0/24
      /routing bfd configuration
      add addresses=192.0.2.0/24
      /routing bgp instance
      add as=64496 name=main router-id=192.0.2.2
      /routing bgp template
      set default hold-time=30s input.filter=in use-bfd=yes
      /routing bgp connection
      add afi=ip instance=main local.role=ebgp name=far output.network=own .redistribute=connected \\
          remote.address=192.0.2.1 .as=64512 templates=default

      """

  @Test(arguments: [old, new, newest])
  func allReleasesHaveOneShape(text: String) throws {
    let found = rows(.bgpSessions, text)
    let row = try #require(found.first)
    #expect(found.count == 1)
    let wanted = [
      "name": "far", "local-as": "64496", "remote-as": "64512", "local-as-kind": "documentation",
      "remote-as-kind": "private", "remote-address": "192.0.2.1", "local-address": "-",
      "type": "external", "type-by-as": "external", "hold-time": "30s", "keepalive-time": "10s",
      "hold-multiple": "3", "use-bfd": "yes", "bfd-allowed": "yes", "multihop": "no",
      "on-link": "yes", "afi": "ip", "in-filter": "in", "out-filter": "-",
      "router-id": "192.0.2.2", "remove-private-as": "no", "vrf": "main", "disabled": "no",
      "advertises": "192.0.2.0/24,198.51.100.0/24",
    ]
    for (column, word) in wanted.sorted(by: { $0.key < $1.key }) {
      #expect(row.word(column) == word, "\(column)")
    }
  }

  @Test func rolesAreOfRouterOS7Only() throws {
    let old = try #require(rows(.bgpSessions, Self.old).first)
    #expect(old.word("role") == "-" && old.word("role-answers") == "-")
    let new = try #require(rows(.bgpSessions, Self.new).first)
    #expect(new.word("role") == "ebgp")
    let provider = rows(
      .bgpSessions, Self.new.replacing("local.role=ebgp", with: "local.role=ebgp-provider"))
    #expect(provider.first?.word("role-answers") == "ebgp,ebgp-customer")
    let inner = rows(.bgpSessions, Self.new.replacing("local.role=ebgp", with: "local.role=ibgp"))
    #expect(
      inner.first?.word("type") == "internal" && inner.first?.word("type-by-as") == "external")
  }

  @Test func aCellSaysWhichTemplateOrInstanceGaveIt() throws {
    let row = try #require(rows(.bgpSessions, Self.newest).first)
    #expect(row.cell("hold-time")?.giver == "template 'default'")
    #expect(row.cell("keepalive-time")?.giver == "template 'default'")
    #expect(row.cell("local-as")?.giver == "instance 'main'")
    #expect(row.cell("router-id")?.giver == "instance 'main'")
    #expect(row.cell("multihop")?.giver == nil)
  }

  private static func connection(_ properties: String, _ templates: String) -> Row? {
    let text =
      headerOfRouterOS("7.16") + "/routing bgp template\n\(templates)\n/routing bgp connection\n"
      + "add as=64496 local.role=ebgp name=far remote.address=192.0.2.1 \(properties)\n"
    return rows(.bgpSessions, text).first
  }

  @Test func whatGoesFirstIsTakenAndWhatNobodyDocumentsIsUnknown() {
    let templates = "add hold-time=30s name=a\nadd hold-time=1m name=b\nadd hold-time=30s name=c"
    func hold(_ properties: String) -> String? {
      Self.connection(properties, templates)?.word("hold-time")
    }
    #expect(hold("hold-time=9s templates=a") == "9s")
    #expect(hold("templates=a") == "30s")
    #expect(hold("templates=a,c") == "30s")
    #expect(hold("templates=a,b") == "?")
    #expect(hold("templates=gone") == "?")
    #expect(hold("") == "3m")
    let altered = Self.connection("", "set default hold-time=30s")
    #expect(altered?.word("hold-time") == "?" && altered?.word("keepalive-time") == "?")
  }

  @Test func templatesMayNameEachOtherInACircle() {
    let templates = "add name=a templates=b\nadd name=b templates=a"
    #expect(Self.connection("templates=a", templates)?.word("hold-time") == "?")
    let chain = "add name=a templates=b\nadd hold-time=30s name=b"
    #expect(Self.connection("templates=a", chain)?.word("hold-time") == "30s")
  }

  @Test(arguments: [
    ("hold-time=infinity", "infinity", "-", "-"), ("hold-time=3m", "3m", "1m", "3"),
    ("hold-time=3m keepalive-time=70s", "3m", "1m10s", "2"),
    ("hold-time=3m keepalive-time=infinity", "3m", "infinity", "0"),
  ])
  func timersAreThoseInForce(written: String, hold: String, keepalive: String, multiple: String) {
    let row = Self.connection(written, "")
    #expect(row?.word("hold-time") == hold)
    #expect(row?.word("keepalive-time") == keepalive)
    #expect(row?.word("hold-multiple") == multiple)
  }

  @Test(arguments: [
    ("0", "reserved"), ("1", "public"), ("23456", "reserved"), ("64495", "public"),
    ("64496", "documentation"), ("64511", "documentation"), ("64512", "private"),
    ("65534", "private"), ("65535", "reserved"), ("65536", "documentation"),
    ("65551", "documentation"), ("65552", "reserved"), ("131072", "public"),
    ("4199999999", "public"), ("4200000000", "private"), ("4294967294", "private"),
    ("4294967295", "reserved"), ("1.10", "documentation"),
  ])
  func numbersHaveKinds(number: String, kind: String) {
    #expect(Self.connection("remote.as=\(number)", "")?.word("remote-as-kind") == kind)
  }

  @Test func aNeighbourWithoutAnASHasNoTypeByAS() {
    let row = Self.connection("", "")
    #expect(row?.word("type-by-as") == "?" && row?.word("type") == "external")
  }

  @Test func whatTheOtherSideGivesMayHoldTheNeighbour() throws {
    let dynamic = Self.new.replacing(
      "add address=192.0.2.2/24 interface=ether1 network=192.0.2.0",
      with: "add address=203.0.113.1/24 interface=ether1")
    #expect(rows(.bgpSessions, dynamic).first?.word("on-link") == "no")
    let client = dynamic + "/ip dhcp-client\nadd interface=ether2\n"
    let row = try #require(rows(.bgpSessions, client).first)
    #expect(row.word("on-link") == "?" && row.word("bfd-allowed") == "?")
    #expect(row.cell("on-link")?.reason?.contains("ether2") == true)
  }

  @Test(arguments: [
    ("", "no"), ("add interfaces=ether1", "yes"), ("add interfaces=ether2", "no"),
    ("add forbid-bfd=yes interfaces=ether1\nadd", "no"), ("add", "yes"),
    ("add interfaces=LAN", "yes"), ("add disabled=yes interfaces=ether1", "no"),
    ("add addresses=192.0.2.0/24 interfaces=ether1", "?"), ("add interfaces=all", "yes"),
  ])
  func theFirstLineThatFitsAllowsBFD(lines: String, word: String) {
    let members =
      "/interface list\nadd name=LAN\n/interface list member\nadd interface=ether1 list=LAN\n"
    let text = Self.new.replacing("add interfaces=ether1\n", with: lines + "\n") + members
    #expect(rows(.bgpSessions, text).first?.word("bfd-allowed") == word)
  }

  @Test(arguments: [
    ("", "yes"), ("set [ find default=yes ] disabled=yes", "no"),
    ("set [ find default=yes ] disabled=yes\nadd interface=ether1", "yes"),
    ("set [ find default=yes ] disabled=yes\nadd interface=ether2", "no"),
    ("set [ find default=yes ] interface=ether1", "yes"),
    ("set [ find default=yes ] disabled=yes\nadd disabled=yes interface=ether1", "no"),
  ])
  func routerOS6SpeaksBFDOnTheInterfacesThatAreNamed(lines: String, word: String) {
    let text = """
      # jan/02/2021 00:00:00 by RouterOS 6.48.6
      /ip address
      add address=192.0.2.2/24 interface=ether1
      /routing bgp peer
      add name=far remote-address=192.0.2.1 remote-as=64512 use-bfd=yes
      /routing bfd interface
      \(lines)

      """
    #expect(rows(.bgpSessions, text).first?.word("bfd-allowed") == word)
  }

  @Test func routerOS7HadNoBFDBefore710() {
    let text = Self.new.replacing("RouterOS 7.16", with: "RouterOS 7.8")
    #expect(rows(.bgpSessions, text).first?.word("bfd-allowed") == "no")
  }

  @Test func whatIsAnnouncedNeedsARouteAndNoFilter() throws {
    let bare = Self.new.replacing(
      "/ip route\nadd blackhole dst-address=198.51.100.0/24\n", with: "")
    #expect(rows(.bgpSessions, bare).first?.word("advertises") == "?")
    let filtered = Self.new.replacing(
      "output.network=own", with: "output.filter-chain=out .network=own")
    let row = try #require(rows(.bgpSessions, filtered).first)
    #expect(row.word("advertises") == "?" && row.word("out-filter") == "out")
    let silent = Self.new.replacing("output.network=own .redistribute=connected ", with: "")
    #expect(rows(.bgpSessions, silent).first?.word("advertises") == "-")
    let learned = Self.new.replacing(".redistribute=connected", with: ".redistribute=ospf")
    #expect(rows(.bgpSessions, learned).first?.word("advertises") == "?")
    let everything = silent.replacing(
      "remote.address", with: "output.default-originate=always remote.address")
    #expect(rows(.bgpSessions, everything).first?.word("advertises") == "0.0.0.0/0")
  }

  @Test func secretsAreNoneHiddenOrThere() {
    #expect(rows(.bgpSessions, Self.old).first?.word("tcp-md5-key") == "-")
    #expect(rows(.bgpSessions, Self.new).first?.word("tcp-md5-key") == "?")
    let masked = Self.old.replacing("name=far", with: "name=far tcp-md5-key=<hidden>")
    #expect(rows(.bgpSessions, masked).first?.word("tcp-md5-key") == "?")
  }

  @Test func anInterfaceStandsForItsOnlyAddress() {
    let one = Self.old.replacing("name=far", with: "name=far update-source=ether1")
    #expect(rows(.bgpSessions, one).first?.word("local-address") == "192.0.2.2")
    let two = one.replacing(
      "/routing bgp i", with: "add address=192.0.2.3/24 interface=ether1\n/routing bgp i")
    #expect(rows(.bgpSessions, two).first?.word("local-address") == "?")
  }
}
