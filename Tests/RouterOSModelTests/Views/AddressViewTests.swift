import RouterOSModel
import Testing

/// Addresses of interfaces, and what is known of these.
@Suite struct AddressViewTests {
  private func words(_ address: String, _ more: String, _ column: String) -> [String] {
    rows(.addresses, of: "/ip address\nadd address=\(address) interface=ether1\n\(more)")
      .map { $0.word(column) }
  }

  private func words(_ address: String, _ column: String) -> [String] {
    words(address, "", column)
  }

  @Test(arguments: [
    ("192.0.2.1/24", "host"), ("192.0.2.0/24", "network"), ("192.0.2.255/24", "broadcast"),
    ("192.0.2.0/31", "single"), ("192.0.2.1/32", "single"), ("192.0.2.3/30", "broadcast"),
  ])
  func hostBitsHaveAPart(address: String, part: String) {
    #expect(words(address, "host-part") == [part])
  }

  @Test(arguments: [
    ("address=2001:db8::/64", "network"), ("address=2001:db8::1/64", "host"),
    ("address=2001:db8::ffff:ffff:ffff:ffff/64", "host"), ("address=2001:db8::/127", "single"),
    ("address=2001:db8::/64 eui-64=yes", "host"), ("address=::/64 from-pool=p", "?"),
  ])
  func hostBitsOfIPv6HaveNoBroadcast(text: String, part: String) {
    let found = rows(.addresses, of: "/ipv6 address\nadd \(text) interface=ether1")
    #expect(found.map { $0.word("host-part") } == [part])
    #expect(found.map { $0.word("network-expected") } == ["-"])
  }

  @Test func theNetworkIsWrittenOrWorkedOut() {
    #expect(words("192.0.2.129/25", "network-expected") == ["192.0.2.128"])
    #expect(words("192.0.2.129/25", "network") == ["192.0.2.128"])
    #expect(words("192.0.2.129/25 network=192.0.2.0", "network") == ["192.0.2.0"])
    #expect(words("192.0.2.1/32 network=192.0.2.9", "network-expected") == ["-"])
  }

  @Test func aRouterConnectsToNothingByWhatIsOff() {
    #expect(words("192.0.2.1/24", "in-use") == ["yes"])
    #expect(words("192.0.2.1/24 disabled=yes", "in-use") == ["no"])
    let off = "/interface ethernet\nset [ find default-name=ether1 ] disabled=yes"
    #expect(words("192.0.2.1/24", off, "in-use") == ["no"])
  }

  @Test func theKindOfTheInterfaceIsTold() {
    let vrrp = "/interface vrrp\nadd interface=ether2 name=ether1"
    #expect(words("192.0.2.1/24", "interface-type") == ["ethernet"])
    #expect(words("192.0.2.1/24", vrrp, "interface-type") == ["vrrp"])
  }
}
