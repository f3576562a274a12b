import RouterOSModel
import Testing

/// What interfaces are made of, and what the export shows of them.
@Suite struct InterfaceViewTests {
  private func interfaces(_ text: String, _ version: String = "7.16") -> [String: Row] {
    Dictionary(rows(.interfaces, of: text, version).map { (word($0, "name"), $0) }) { $1 }
  }

  private static let switched = """
    /interface bridge
    add name=bridge1
    add name=loopback
    /interface ethernet
    set [ find default-name=ether1 ] name=wan
    set [ find default-name=ether2 ] disabled=yes
    /interface vlan
    add interface=bridge1 name=vlan10 vlan-id=10
    add interface=wan name=vlan20 vlan-id=20
    /interface vrrp
    add interface=vlan20 name=vrrp1
    /interface bridge port
    add bridge=bridge1 interface=ether3
    add bridge=bridge1 interface=ether4
    """

  @Test func anInterfaceComesDownToOnePort() throws {
    let found = interfaces(Self.switched)
    let table = [
      "wan": "ethernet - - wan", "ether2": "ethernet - - ether2",
      "ether3": "ethernet - bridge1 ether3",
      "bridge1": "bridge - - -", "loopback": "bridge - - -", "vlan10": "vlan bridge1 - -",
      "vlan20": "vlan wan - wan", "vrrp1": "vrrp vlan20 - wan",
    ]
    for (name, expected) in table {
      let row = try #require(found[name])
      #expect(
        words(row, "type", "parent", "slave-of", "port").joined(separator: " ") == expected,
        "\(name)")
    }
    let bridge = try #require(found["bridge1"])
    #expect(words(bridge, "ports", "ports-are") == ["ether3,ether4", "ethernet"])
    #expect(try word(#require(found["loopback"]), "ports-are") == "none")
  }

  @Test func aBridgeOfOnePortComesDownToIt() throws {
    let text = """
      /interface bridge
      add name=b
      /interface bridge port
      add bridge=b interface=sfp-sfpplus1
      add bridge=b disabled=yes interface=ether2
      """
    #expect(try word(#require(interfaces(text)["b"]), "port") == "sfp-sfpplus1")
  }

  @Test func portsWithoutALineAreThereWhenLinesNameThem() throws {
    let found = interfaces("/ip address\nadd address=192.0.2.1/24 interface=ether5\n")
    let row = try #require(found["ether5"])
    #expect(words(row, "written", "type", "disabled") == ["no", "ethernet", "no"])
    #expect(word(row, "addresses") == "192.0.2.1/24" && row.entry == nil)
    #expect(interfaces("/ip address\nadd address=192.0.2.1/24 interface=pc5\n").isEmpty)
    #expect(interfaces("/ip route\nadd gateway=192.0.2.1%ether7\n")["ether7"] != nil)
    #expect(interfaces("/interface bonding\nadd name=b slaves=ether1,ether2\n").count == 3)
  }

  @Test func aRenamedPortHasItsOldNameNoLonger() {
    let text = """
      /interface ethernet
      set [ find default-name=ether1 ] name=wan
      /ip address
      add address=192.0.2.1/24 interface=ether1
      """
    #expect(interfaces(text).keys.sorted() == ["wan"])
  }

  @Test func allKindsHaveRowsInBothMajorVersions() throws {
    let six = interfaces(
      """
      /interface wireless
      set [ find default-name=wlan1 ] disabled=no
      add master-interface=wlan1 name=guest
      /interface gre
      add name=gre1 remote-address=192.0.2.1
      /interface l2tp-server
      add name=in1 user=a
      """, "6.48.6")
    #expect(
      try words(#require(six["guest"]), "type", "parent", "port") == ["wireless", "wlan1", "wlan1"])
    #expect(try word(#require(six["gre1"]), "type") == "gre")
    #expect(try word(#require(six["in1"]), "type") == "l2tp-server")
    let seven = interfaces(
      """
      /interface wifi
      set [ find default-name=wifi1 ] disabled=no
      add master-interface=wifi1 name=guest
      /interface wireguard
      add name=wg1
      /interface macvlan
      add interface=ether1 name=mv1
      /interface veth
      add name=veth1
      """)
    #expect(
      try words(#require(seven["guest"]), "type", "parent", "port") == ["wifi", "wifi1", "wifi1"])
    #expect(try words(#require(seven["mv1"]), "parent", "port") == ["ether1", "ether1"])
    #expect(seven.keys.sorted() == ["ether1", "guest", "mv1", "veth1", "wg1", "wifi1"])
  }

  @Test func tunnelsArePortsOfTheBridgeOfTheirProfile() throws {
    let text = """
      /interface bridge
      add name=b
      /interface l2tp-client
      add connect-to=192.0.2.1 disabled=no name=t profile=p
      /ppp profile
      add bridge=b name=p
      """
    let found = interfaces(text)
    #expect(try words(#require(found["b"]), "ports", "ports-are") == ["t", "tunnels"])
    #expect(try word(#require(found["t"]), "slave-of") == "b")
    let mixed = interfaces(text + "\n/interface bridge port\nadd bridge=b interface=ether2\n")
    #expect(try word(#require(mixed["b"]), "ports-are") == "mixed")
    let server = interfaces(
      "/interface bridge\nadd name=b\n/ppp profile\nadd bridge=b name=p\n/ppp secret\nadd name=x profile=p\n"
    )
    #expect(try words(#require(server["b"]), "ports", "ports-are") == ["-", "tunnels"])
  }

  private static let lists = """
    /interface list
    add name=WAN
    add name=LAN
    add include=WAN,LAN name=both
    add exclude=WAN include=all name=inside
    /interface list member
    add interface=ether1 list=WAN
    add interface=ether2 list=LAN
    add disabled=yes interface=ether3 list=LAN
    """

  @Test func listsAreExpanded() throws {
    let found = interfaces(Self.lists)
    #expect(try word(#require(found["ether1"]), "lists") == "WAN,both")
    #expect(try word(#require(found["ether2"]), "lists") == "LAN,both,inside")
    #expect(try word(#require(found["ether3"]), "lists") == "inside")
  }

  @Test func listsThatIncludeEachOtherAreUnknown() throws {
    let text = "/interface list\nadd include=b name=a\nadd include=a name=b\n"
    let found = interfaces(text + "/interface list member\nadd interface=ether1 list=a\n")
    let row = try #require(found["ether1"])
    #expect(cause(row, "lists")?.reason.contains("'b'") == true)
  }

  @Test func trustIsWhatTheExportShows() throws {
    let found = interfaces(
      Self.lists + """

        /ip dhcp-client
        add interface=ether4
        /ip dhcp-client
        add add-default-route=no interface=ether5
        /ip firewall nat
        add action=masquerade chain=srcnat out-interface=ether6
        add action=masquerade chain=srcnat dst-address=192.0.2.0/24 out-interface=ether7
        """)
    let expected = [
      "ether1": "untrusted", "ether2": "trusted", "ether3": "?", "ether4": "untrusted",
      "ether5": "?", "ether6": "untrusted", "ether7": "?",
    ]
    for (name, trust) in expected {
      #expect(try word(#require(found[name]), "trust") == trust, "\(name)")
    }
    #expect(
      try cause(#require(found["ether3"]), "trust")?.remedy
        == "put it into interface list WAN or LAN")
  }

  @Test func aPortIsTrustedAsItsBridgeIs() throws {
    let text = Self.switched + "\n/interface list member\nadd interface=bridge1 list=LAN\n"
    let found = interfaces(text)
    #expect(try word(#require(found["ether3"]), "trust") == "trusted")
    #expect(try word(#require(found["wan"]), "trust") == "?")
  }

  @Test func whatLeadsOutAndHandsOutAddressesIsUnknown() throws {
    let text = """
      /ip firewall nat
      add action=masquerade chain=srcnat out-interface=ether1
      /ip dhcp-server
      add interface=ether1 name=s
      """
    #expect(try word(#require(interfaces(text)["ether1"]), "trust") == "?")
  }

  @Test(arguments: [
    ("dst-address=!192.168.0.0/16 out-interface=ether1", "untrusted"),
    ("dst-address-list=!inside out-interface=ether1", "untrusted"),
    ("dst-address=0.0.0.0/0 out-interface=ether1", "untrusted"),
    ("dst-address-list=inside out-interface=ether1", "?"),
    ("src-address=192.168.88.0/24", "untrusted"), ("dst-address=192.168.88.0/24", "?"),
    ("out-interface=!bridge1", "untrusted"), ("out-interface=!ether1", "?"),
    ("out-interface-list=!LAN", "untrusted"), ("out-interface-list=!uplinks", "?"),
    ("disabled=yes", "?"),
  ])
  func whatIsTranslatedTowardsEverywhereLeadsOut(rule: String, trust: String) throws {
    let text = """
      /ip address
      add address=192.168.88.1/24 interface=bridge1
      add address=198.51.100.2/30 interface=ether1
      /ip route
      add gateway=198.51.100.1
      /interface list
      add name=LAN
      add name=uplinks
      /interface list member
      add interface=ether1 list=uplinks
      /ip firewall nat
      add action=masquerade chain=srcnat \(rule)
      """
    let found = interfaces(text)
    #expect(try word(#require(found["ether1"]), "trust") == trust)
  }

  @Test(arguments: [
    ("/routing ospf interface-template\nadd area=a interfaces=ether1", "?"),
    ("/routing ospf interface-template\nadd area=a interfaces=ether1 passive", "untrusted"),
    ("/routing ospf interface-template\nadd area=a disabled=yes interfaces=ether1", "untrusted"),
    ("/routing ospf interface-template\nadd area=a interfaces=ether2", "untrusted"),
    ("/routing isis interface-template\nadd instance=i interfaces=ether1,ether2", "?"),
    ("/interface wireless cap\nset discovery-interfaces=ether1 enabled=yes", "?"),
    ("/interface wireless cap\nset discovery-interfaces=ether1", "untrusted"),
  ])
  func whereOwnNeighboursAreIsUnknown(lines: String, trust: String) throws {
    let text = """
      /ip dhcp-client
      add interface=ether1
      /ip address
      add address=192.168.88.1/24 interface=ether2

      """
    #expect(try word(#require(interfaces(text + lines)["ether1"]), "trust") == trust)
    let listed = "\n/interface list member\nadd interface=ether1 list=WAN"
    let told = interfaces(text + lines + listed)
    #expect(try word(#require(told["ether1"]), "trust") == "untrusted")
  }

  @Test func aClientOfDHCPAloneShowsNothing() throws {
    let client = "/ip dhcp-client\nadd interface=bridge1\n"
    let ports = "/interface bridge\nadd name=bridge1\n/interface bridge port\nadd bridge=bridge1"
    let text = client + ports + " interface=ether1\n"
    #expect(try word(#require(interfaces(text)["bridge1"]), "trust") == "?")
    let address = "/ip address\nadd address=192.168.1.2/24 interface="
    #expect(try word(#require(interfaces(text + address + "ether1")["bridge1"]), "trust") == "?")
    let router = interfaces(text + address + "ether2")
    #expect(try word(#require(router["bridge1"]), "trust") == "untrusted")
  }

  @Test func aClientOfDHCPOnAPortDoesNotRun() throws {
    let text = """
      /interface bridge
      add name=bridge1
      /interface bridge port
      add bridge=bridge1 interface=ether1
      /ip dhcp-client
      add interface=ether1
      /ip address
      add address=192.168.88.1/24 interface=ether2
      """
    #expect(try word(#require(interfaces(text)["ether1"]), "trust") == "?")
    #expect(rows(.defaultRoutes, of: text).isEmpty)
  }

  @Test func anInterfaceHasTheAddressesOfItsParentBeside() throws {
    let text = """
      /interface vrrp
      add interface=ether1 name=v
      /ip address
      add address=192.0.2.1/24 interface=ether1
      add address=192.0.2.254/32 interface=v
      """
    let row = try #require(interfaces(text)["v"])
    #expect(words(row, "addresses", "parent-address") == ["192.0.2.254/32", "192.0.2.1/24"])
  }

  @Test(arguments: [
    "/interface vlan\nadd interface=a name=a\n",
    "/interface vlan\nadd interface=b name=a\nadd interface=a name=b\n",
    "/interface bridge\nadd name=a\nadd name=b\n/interface bridge port\nadd bridge=a interface=b\nadd bridge=b interface=a\n",
    "/interface bonding\nadd name=a slaves=a\n",
  ])
  func circlesEnd(text: String) throws {
    let row = try #require(interfaces(text)["a"])
    #expect(word(row, "port") == "-")
  }

  @Test func aBridgeIsUnknownWhereAPortIs() throws {
    let text = "/interface bridge\nadd name=b\n/interface bridge port\nadd bridge=b interface=$x\n"
    #expect(try words(#require(interfaces(text)["b"]), "port", "ports-are") == ["?", "?"])
  }
}
