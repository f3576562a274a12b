import RouterOSModel
import Testing

/// What servers of DHCP hand out.
@Suite struct DHCPServerViewTests {
  private static let router = """
    /interface bridge
    add name=lan
    /interface bridge port
    add bridge=lan interface=ether2
    /ip pool
    add name=more ranges=192.0.2.200-192.0.2.210
    add name=pool next-pool=more ranges=192.0.2.1-192.0.2.20,192.0.2.255
    /ip dhcp-server
    add address-pool=pool interface=lan name=dhcp1 lease-time=1h
    add address-pool=lost interface=ether2 name=dhcp2
    add interface=ether3 name=dhcp3
    /ip address
    add address=192.0.2.1/24 interface=lan
    /ip dhcp-server network
    add address=192.0.2.0/24 dns-server=198.51.100.1,198.51.100.2 gateway=192.0.2.1
    add address=192.0.0.0/16 gateway=192.0.0.1
    """

  @Test func aServerHasItsPoolNetworkAndPrefix() throws {
    let server = try #require(rows(.dhcpServers, of: Self.router).named("dhcp1"))
    #expect(server.words("interface", "prefix", "lease-time") == ["lan", "192.0.2.0/24", "1h"])
    #expect(
      server.words("ranges") == ["192.0.2.1-192.0.2.20,192.0.2.255,192.0.2.200-192.0.2.210"])
    #expect(server.words("network", "gateway") == ["192.0.2.0/24", "192.0.2.1"])
    #expect(server.words("dns-server") == ["198.51.100.1,198.51.100.2"])
    #expect(server.words("reserved") == ["192.0.2.1 (router),192.0.2.255 (broadcast)"])
    #expect(server.cell("gateway")?.giver == "network '192.0.2.0/24'")
  }

  @Test func aPortOfABridgeIsSaidToBeOne() {
    let servers = rows(.dhcpServers, of: Self.router)
    #expect(servers.named("dhcp2")?.words("slave-of") == ["lan"])
    #expect(servers.named("dhcp1")?.words("slave-of") == ["-"])
  }

  @Test func aPoolThatIsNotThereIsNotKnown() {
    let servers = rows(.dhcpServers, of: Self.router)
    #expect(servers.named("dhcp2")?.words("ranges", "gateway", "reserved") == ["?", "?", "?"])
    #expect(servers.named("dhcp3")?.words("address-pool", "ranges") == ["static-only", "-"])
  }

  @Test(arguments: [("6.48.6", "yes", "10m"), ("7.16", "no", "30m")])
  func defaultsAreThoseOfTheRelease(version: String, disabled: String, leaseTime: String) {
    let servers = rows(
      .dhcpServers, of: "/ip dhcp-server\nadd interface=ether2 name=a", version)
    #expect(servers.named("a")?.words("disabled", "lease-time") == [disabled, leaseTime])
  }

  @Test func poolsThatGoOnInACircleEnd() {
    let text = """
      /ip pool
      add name=a next-pool=b ranges=192.0.2.1
      add name=b next-pool=a ranges=192.0.2.2
      /ip dhcp-server
      add address-pool=a interface=ether2 name=s
      """
    #expect(rows(.dhcpServers, of: text).named("s")?.words("ranges") == ["192.0.2.1,192.0.2.2"])
  }
}

/// What else is on the interface of a server.
@Suite struct DHCPSurroundingsTests {
  private func server(_ lines: String) -> Row? {
    rows(
      .dhcpServers,
      of: """
        /interface bridge
        add name=lan
        /interface bridge port
        add bridge=lan interface=ether2
        /ip pool
        add name=pool ranges=192.0.2.10-192.0.2.90
        /ip dhcp-server
        add address-pool=pool interface=lan name=s

        """ + lines
    ).named("s")
  }

  @Test func anAddressOnAPortIsOneOfTheBridge() {
    let row = server("/ip address\nadd address=192.0.2.1/24 interface=ether2")
    #expect(row?.words("prefix", "reserved") == ["192.0.2.0/24", "-"])
  }

  @Test func aClientBesideBringsNetworks() {
    let row = server(
      "/ip address\nadd address=192.0.2.1/24 interface=lan\n/ip dhcp-client\nadd disabled=no interface=lan"
    )
    #expect(row?.words("prefix") == ["?"])
  }

  @Test func whatVRRPAndGatewaysHoldIsReserved() {
    let row = server(
      """
      /interface vrrp
      add interface=lan name=vrrp1 vrid=1
      /ip address
      add address=192.0.2.1/24 interface=lan
      add address=192.0.2.50/32 interface=vrrp1
      /ip dhcp-server network
      add address=192.0.2.0/24 gateway=192.0.2.60
      """)
    #expect(row?.words("reserved") == ["192.0.2.50 (VRRP),192.0.2.60 (gateway)"])
  }

  @Test func aSlaveOfABondIsOne() {
    let row = rows(
      .dhcpServers,
      of: """
        /interface bonding
        add name=bond1 slaves=ether2,ether3
        /ip dhcp-server
        add interface=ether2 name=s
        """
    ).named("s")
    #expect(row?.words("slave-of") == ["bond1"])
  }
}
