import RouterOSModel
import Testing

/// What routes leave by, and which take over from others.
@Suite struct RouteViewTests {
  private static let connected = """
    /ip address
    add address=192.0.2.2/24 interface=ether1
    add address=198.51.100.2/24 interface=ether2
    /ip route

    """

  private func routes(_ lines: String, _ version: String = "7.16") -> [Row] {
    rows(.routes, of: Self.connected + lines, version)
  }

  private func route(_ line: String, _ version: String = "7.16") throws -> Row {
    try #require(routes("add " + line + "\n", version).first)
  }

  @Test(arguments: [
    ("gateway=192.0.2.1", "address connected ether1 ethernet ether1"),
    ("gateway=192.0.2.2", "own connected ether1 ethernet ether1"),
    ("gateway=192.0.2.0", "network connected ether1 ethernet ether1"),
    ("gateway=192.0.2.255", "broadcast connected ether1 ethernet ether1"),
    ("gateway=ether2", "interface connected ether2 ethernet ether2"),
    ("gateway=203.0.113.1%ether2", "address connected ether2 ethernet ether2"),
    ("gateway=203.0.113.1", "address nothing - - -"),
    ("gateway=pppoe-out9", "interface nothing - - -"),
    ("dst-address=203.0.113.0/24 gateway=203.0.113.1", "address nothing - - -"),
    ("blackhole", "none - - - -"),
    ("gateway=$next", "? ? ? ? ?"),
    ("gateway=<l2tp-a>", "interface ? ? ? ?"),
  ])
  func aNextHopIsWhatTheRouterIsConnectedTo(line: String, expected: String) throws {
    let row = try route(line)
    let found = words(row, "gateway-is", "resolves", "egress", "egress-type", "port")
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("198.51.101.0/24", "198.51.101.255", "broadcast"),
    ("198.51.100.4/30", "198.51.100.7", "broadcast"),
    ("198.51.100.4/31", "198.51.100.5", "address"),
    ("198.51.101.0/25", "198.51.101.128", "address"),
  ])
  func theLastAddressOfANetworkIsItsBroadcast(
    network: String, gateway: String, expected: String
  ) throws {
    let text =
      "/ip address\nadd address=\(network) interface=ether1\n/ip route\nadd gateway=\(gateway)\n"
    #expect(try word(#require(rows(.routes, of: text).first), "gateway-is") == expected)
  }

  @Test(arguments: ["6.48.6", "7.16"]) func aRouteThroughAnotherNeedsItsScope(version: String)
    throws
  {
    let pinned = "add dst-address=203.0.113.1/32 gateway=198.51.100.1 scope=10\n"
    let wide = "add dst-address=203.0.113.1/32 gateway=198.51.100.1\n"
    let plain = try #require(routes("add gateway=203.0.113.1\n" + wide, version).first)
    #expect(words(plain, "resolves", "egress") == ["scope", "-"])
    let narrow = try #require(routes("add gateway=203.0.113.1\n" + pinned, version).first)
    #expect(words(narrow, "resolves", "egress") == ["recursive", "ether2"])
    let target = try #require(
      routes("add gateway=203.0.113.1 target-scope=30\n" + wide, version).first)
    #expect(words(target, "resolves", "egress", "target-scope") == ["recursive", "ether2", "30"])
  }

  @Test func recursionMayHaveManySteps() throws {
    let found = routes(
      """
      add gateway=203.0.113.1 target-scope=12
      add dst-address=203.0.113.1/32 gateway=203.0.113.2 scope=12 target-scope=11
      add dst-address=203.0.113.2/32 gateway=192.0.2.1 scope=11
      """)
    #expect(found.map { word($0, "resolves") } == ["recursive", "recursive", "connected"])
    #expect(found.allSatisfy { word($0, "egress") == "ether1" })
  }

  @Test func theLongestNetworkAndTheLowestDistanceWin() throws {
    let row = try #require(
      routes(
        """
        add gateway=203.0.113.1
        add dst-address=203.0.113.0/24 gateway=192.0.2.1 scope=10
        add distance=2 dst-address=203.0.113.1/32 gateway=192.0.2.1 scope=10
        add distance=1 dst-address=203.0.113.1/32 gateway=198.51.100.1 scope=10
        """
      ).first)
    #expect(word(row, "egress") == "ether2")
  }

  @Test func whatIsSwitchedOffResolvesNothing() throws {
    let row = try #require(
      routes(
        "add gateway=203.0.113.1\nadd disabled=yes dst-address=203.0.113.1/32 gateway=192.0.2.1 scope=10\n"
      ).first)
    #expect(word(row, "resolves") == "nothing")
    let down = "/interface ethernet\nset [ find default-name=ether1 ] disabled=yes\n"
    let off = try #require(
      rows(.routes, of: down + Self.connected + "add gateway=192.0.2.1\n").first)
    #expect(word(off, "resolves") == "nothing")
    let vlan = """
      /interface ethernet
      set [ find default-name=ether1 ] disabled=yes
      /interface vlan
      add interface=ether1 name=v vlan-id=2
      /ip route
      add gateway=v
      """
    #expect(try word(#require(rows(.routes, of: vlan).first), "resolves") == "nothing")
  }

  @Test func aBlackholeOnTheWayResolvesNothing() throws {
    let lines = """
      add gateway=203.0.113.1
      add blackhole dst-address=203.0.113.1/32 scope=10
      add dst-address=203.0.113.0/24 gateway=192.0.2.1 scope=10
      """
    #expect(try word(#require(routes(lines).first), "resolves") == "nothing")
    let behind = lines.replacing("blackhole", with: "blackhole distance=9")
    let main = "add dst-address=203.0.113.1/32 gateway=198.51.100.1 scope=10\n"
    #expect(try word(#require(routes(behind + "\n" + main).first), "egress") == "ether2")
  }

  @Test func routesThatLeadToEachOtherResolveNothing() throws {
    let circle = """
      add dst-address=203.0.113.1/32 gateway=203.0.113.2 scope=10
      add dst-address=203.0.113.2/32 gateway=203.0.113.1 scope=10

      """
    #expect(routes(circle).map { word($0, "resolves") } == ["nothing", "nothing"])
    let out = "add dst-address=203.0.113.0/24 gateway=192.0.2.1 scope=10\n"
    let doubtful = routes(circle + out).map { word($0, "resolves") }
    #expect(doubtful == ["?", "?", "connected"])
    #expect(try word(route("gateway=203.0.113.1 target-scope=30"), "resolves") == "nothing")
  }

  @Test func differentWaysAtOneDistanceAreUnknown() throws {
    let lines = """
      add gateway=203.0.113.1
      add dst-address=203.0.113.1/32 gateway=192.0.2.1 scope=10
      add dst-address=203.0.113.1/32 gateway=198.51.100.1 scope=10
      """
    #expect(try words(#require(routes(lines).first), "resolves", "egress") == ["recursive", "?"])
  }

  @Test func networksThatNobodyWroteAreUnknown() throws {
    let client = "/ip dhcp-client\nadd interface=ether3\n"
    let found = rows(.routes, of: client + Self.connected + "add gateway=203.0.113.1\n")
    let row = try #require(found.first { word($0, "source") == "static" })
    #expect(cause(row, "resolves")?.reason.contains("'ether3' comes by DHCP") == true)
    let own = try #require(found.first { word($0, "source") == "dhcp-client" })
    #expect(words(own, "gateway-is", "resolves", "egress") == ["address", "connected", "ether3"])
  }

  @Test(arguments: [
    ("203.0.113.1", "?"), ("203.0.113.15", "?"), ("203.0.113.30", "?"), ("203.0.113.40", "nothing"),
  ])
  func addressesOfAccountsAreUnknown(gateway: String, expected: String) throws {
    let accounts = """
      /ip pool
      add name=p ranges=203.0.113.10-203.0.113.19 next-pool=q
      add name=q ranges=203.0.113.28/30
      /ppp profile
      add name=x remote-address=p
      /ppp secret
      add name=a remote-address=203.0.113.1
      add name=b profile=x

      """
    let row = try #require(
      rows(.routes, of: accounts + Self.connected + "add gateway=\(gateway)\n").first)
    #expect(word(row, "resolves") == expected)
  }

  @Test func marksShareTheNetworksOfMainAndVRFsDoNot() throws {
    let six = try route("gateway=192.0.2.1 routing-mark=isp", "6.48.6")
    #expect(words(six, "routing-table", "resolves", "egress") == ["isp", "connected", "ether1"])
    #expect(try word(route("gateway=192.0.2.1 routing-table=isp"), "egress") == "ether1")
    let vrf = "/ip vrf\nadd interfaces=ether1 name=red\n"
    func resolved(_ line: String) throws -> String {
      let found = rows(.routes, of: vrf + Self.connected + "add \(line)\n")
      return try words(#require(found.first), "resolves", "egress").joined(separator: " ")
    }
    #expect(try resolved("gateway=192.0.2.1 routing-table=red") == "connected ether1")
    #expect(try resolved("gateway=192.0.2.1") == "nothing -")
    #expect(try resolved("gateway=192.0.2.1@red") == "connected ether1")
    #expect(try resolved("gateway=198.51.100.1 routing-table=red") == "nothing -")
  }

  @Test func anIPv6RouteIsResolvedAlike() throws {
    let text = """
      /ipv6 address
      add address=2001:db8::2/64 interface=ether1
      /ipv6 route
      add gateway=2001:db8::1
      add dst-address=2001:db8:1::/48 gateway=fe80::1%ether1
      add dst-address=2001:db8:2::/48 gateway=fe80::1
      """
    let found = rows(.routes, of: text)
    #expect(found.map { word($0, "egress") } == ["ether1", "ether1", "?"])
  }

  @Test func anIPv6AddressWithoutALengthHasOneOf64Bits() throws {
    let text = "/ipv6 address\nadd address=2001:db8::2 interface=ether1\n"
    let address = try #require(rows(.addresses, of: text).first)
    #expect(words(address, "address", "prefix") == ["2001:db8::2/64", "2001:db8::/64"])
    let found = rows(.routes, of: text + "/ipv6 route\nadd gateway=2001:db8::1\n")
    #expect(found.map { word($0, "egress") } == ["ether1"])
  }

  @Test func aRouteBehindTakesOver() {
    let found = routes(
      """
      add distance=1 gateway=192.0.2.1
      add distance=2 gateway=198.51.100.1
      add blackhole distance=3
      add dst-address=203.0.113.0/24 gateway=192.0.2.1
      """)
    #expect(found.map { word($0, "standby") } == ["yes", "no", "no", "no"])
  }

  @Test(arguments: [
    ("disabled=yes distance=2 gateway=198.51.100.1", "no"),
    ("distance=2 gateway=203.0.113.9", "no"), ("distance=2 gateway=192.0.2.1", "no"),
    ("distance=2 gateway=198.51.100.2", "no"), ("distance=2 gateway=$x", "?"),
    ("distance=$x gateway=198.51.100.1", "?"), ("gateway=198.51.100.1", "yes"),
    ("distance=2 gateway=198.51.100.1 routing-table=b", "no"),
    ("dst-address=$x distance=2 gateway=198.51.100.1", "?"),
  ])
  func onlyAnotherWayThatWorksTakesOver(line: String, expected: String) throws {
    let row = try #require(routes("add gateway=192.0.2.1\nadd \(line)\n").first)
    #expect(word(row, "standby") == expected)
  }

  @Test func theInterfaceOfANextHopIsNoOtherWay() throws {
    let same = routes("add gateway=192.0.2.1\nadd distance=2 gateway=ether1\n")
    #expect(same.map { word($0, "standby") } == ["no", "no"])
    let other = routes("add gateway=192.0.2.1\nadd distance=2 gateway=192.0.2.9\n")
    #expect(other.map { word($0, "standby") } == ["yes", "no"])
  }

  @Test func aStatementThatCannotBeReadLeavesWhatHangsOnItUnknown() throws {
    let text = "/tool netwatch\nadd host=\"\n" + Self.connected + "add gateway=192.0.2.1\n"
    let row = try #require(rows(.routes, of: text).first)
    #expect(words(row, "egress", "watched").last == "?")
    let list = "/interface list member\nadd $x\n" + Self.connected + "add gateway=192.0.2.1\n"
    let route = try #require(rows(.routes, of: list).first)
    #expect(words(route, "egress", "trust") == ["ether1", "?"])
  }

  @Test func gatewaysOfOneRouteTakeOverFromEachOther() {
    let found = routes("add gateway=192.0.2.1,198.51.100.1\n")
    #expect(found.map { word($0, "standby") } == ["yes", "yes"])
    #expect(found.map { word($0, "egress") } == ["ether1", "ether2"])
  }

  @Test func checkGatewayLooksAtTheNextHopOrBeyond() throws {
    let near = try route("check-gateway=ping gateway=192.0.2.1")
    #expect(words(near, "watches", "watched") == ["gateway", "check-gateway"])
    #expect(try words(route("gateway=192.0.2.1"), "watches", "watched") == ["-", "-"])
    #expect(
      try words(route("check-gateway=ping gateway=ether1"), "watches", "watched") == ["-", "-"])
    let pin = "add check-gateway=ping dst-address=203.0.113.1/32 gateway=192.0.2.1 scope=10\n"
    let far = try #require(routes("add check-gateway=ping gateway=203.0.113.1\n" + pin).first)
    #expect(words(far, "watches", "watched") == ["beyond-gateway", "check-gateway"])
    let parent = try #require(routes("add gateway=203.0.113.1\n" + pin).first)
    #expect(words(parent, "watches", "watched") == ["gateway", "check-gateway"])
    #expect(try word(route("check-gateway=bfd gateway=192.0.2.1"), "watched") == "?")
  }

  @Test(arguments: [("6.48.6", "check-gateway"), ("7.16", "-")])
  func routesOfRouterOS6ShareTheirCheck(version: String, expected: String) throws {
    let lines = """
      add gateway=192.0.2.1
      add check-gateway=ping dst-address=203.0.113.0/24 gateway=192.0.2.1
      """
    #expect(try word(#require(routes(lines, version).first), "watched") == expected)
  }

  @Test(arguments: [
    (#"/ip route disable [find comment=\"isp1\"]"#, "netwatch", "-"),
    (#"/ip route set [find comment=\"isp1\"] distance=9"#, "netwatch", "-"),
    (#"/ip route enable [find comment=\"isp1\"]"#, "-", "-"),
    (#"/ip route set [find comment=\"isp1\"] comment=isp1"#, "-", "-"),
    ("/log warning down", "-", "-"), ("/system script run failover", "?", "?"),
    ("/ip route disable [find distance=1]", "?", "?"),
  ])
  func netwatchCountsWhereItsScriptIsCertain(script: String, first: String, second: String) {
    let watch = "/tool netwatch\nadd down-script=\"\(script)\" host=192.0.2.1\n"
    let found = rows(
      .routes,
      of: watch + Self.connected
        + "add comment=isp1 gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
    )
    #expect(found.map { word($0, "watched") } == [first, second])
  }

  @Test func aPartialExportLeavesTheWayOutUnknown() throws {
    let row = try #require(
      rows(.routes, of: "/ip address\nadd address=\"\n/ip route\nadd gateway=192.0.2.1\n").first)
    #expect(words(row, "distance", "egress", "standby") == ["1", "?", "?"])
  }

  @Test func defaultRoutesAreTheRoutesToEverywhere() throws {
    let text =
      Self.connected + """
        add dst-address=203.0.113.0/24 gateway=192.0.2.1
        add check-gateway=ping gateway=192.0.2.1
        add distance=2 gateway=198.51.100.1
        """
    let router = device(text)
    let found = router.rows(.defaultRoutes)
    #expect(found.map { word($0, "egress") } == ["ether1", "ether2"])
    #expect(found.map { word($0, "standby") } == ["yes", "no"])
    #expect(found.map { word($0, "watched") } == ["check-gateway", "-"])
    #expect(router.rows(.routes).map { word($0, "dst-address") }.count == 3)
  }

  @Test func aRouteIsTheSameInBothMajorVersions() throws {
    let six = try route("check-gateway=ping distance=1 gateway=192.0.2.1 routing-mark=a", "6.48.6")
    let seven = try route("check-gateway=ping gateway=192.0.2.1 routing-table=a")
    for column in View.routes.columns.map(\.name) {
      #expect(word(six, column) == word(seven, column), "\(column)")
    }
    let hole = try route("type=blackhole", "6.48.6")
    #expect(
      try words(hole, "type", "gateway-is") == words(route("blackhole"), "type", "gateway-is"))
  }

  @Test func severalProbesOfOnePathAreOneWayOut() {
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      add address=198.51.100.2/24 interface=ether2
      /ip route
      add dst-address=203.0.113.1/32 gateway=192.0.2.1 scope=10
      add dst-address=203.0.113.2/32 gateway=192.0.2.1 scope=10
      add dst-address=203.0.113.3/32 gateway=198.51.100.1 scope=10
      add check-gateway=ping gateway=203.0.113.1 target-scope=11
      add check-gateway=ping gateway=203.0.113.2 target-scope=11
      add check-gateway=ping gateway=203.0.113.3 target-scope=11

      """
    #expect(
      rows(.defaultRoutes, of: text).map { $0.word("repeats") } == ["no", "yes", "no"])
  }

  @Test func toTakeARouteBackIntoUseIsNotToLook() {
    let watch =
      "/tool netwatch\nadd host=192.0.2.1 up-script=\"/ip route enable [find comment=isp1]\"\n"
    let found = rows(.routes, of: watch + Self.connected + "add comment=isp1 gateway=192.0.2.1\n")
    #expect(found.map { word($0, "watched") } == ["-"])
  }

  @Test(arguments: [("192.0.2.9", "gateway"), ("203.0.113.9", "beyond-gateway")])
  func aProbeBesideTheGatewayIsNotBehindIt(probe: String, expected: String) {
    let text = """
      /ip address
      add address=192.0.2.2/24 interface=ether1
      /ip route
      add dst-address=\(probe)/32 gateway=192.0.2.1 scope=10
      add check-gateway=ping gateway=\(probe) target-scope=11

      """
    #expect(rows(.defaultRoutes, of: text).map { $0.word("watches") } == [expected])
  }

  @Test func netwatchOfAHostBehindItLooksBeyondTheGateway() {
    func watches(_ host: String) -> [String] {
      let text = """
        /ip address
        add address=192.0.2.2/24 interface=ether1
        /ip route
        add comment=main gateway=192.0.2.1
        /tool netwatch
        add down-script="/ip route disable [find comment=main]" host=\(host)
        """
      return rows(.defaultRoutes, of: text).map { $0.word("watches") }
    }
    #expect(watches("203.0.113.1") == ["beyond-gateway"])
    #expect(watches("192.0.2.1") == ["-"])
    #expect(watches("192.0.2.9") == ["-"])
  }
}
