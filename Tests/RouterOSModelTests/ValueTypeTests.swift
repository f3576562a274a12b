import RouterOSModel
import Testing

@Suite struct ValueTypeTests {
  @Test(arguments: [
    (ValueType.duration, "1d", "24:00:00"), (.duration, "90", "1m30s"),
    (.duration, "1d00:00:05", "86405"), (.prefix, "10.1.1.71/25", "10.1.1.0/255.255.255.128"),
    (.prefix, "192.0.2.1", "192.0.2.1/32"), (.asNumber, "1.10", "65546"),
    (.boolean, "true", "yes"), (.integer, "0x10", "16"), (.set, "b,a", "a,b"),
    (.size, "10M", "10000000"), (.macAddress, "4a:00:00:00:00:02", "4A:00:00:00:00:02"),
    (.address, "2001:db8:0:0::1", "2001:DB8::1"),
    (.addresses, "192.0.2.1", "192.0.2.1/32"), (.addresses, "!10.0.0.9/8", "!10.0.0.0/8"),
    (.addresses, "192.0.2.9-192.0.2.9", "192.0.2.9"),
    (.addresses, "a.example,::1", "0::1,a.example"),
    (.ports, "443,80", "80,443"), (.ports, "80-80", "80"), (.ports, "1-5,4-9,10", "1-10"),
    (.ports, "!22-23", "!22,23"), (.rates, "10M", "10000000/10M"), (.rates, "1k/2M", "1000/2000k"),
  ])
  func spellingsOfOneValueAreEqual(type: ValueType, left: String, right: String) {
    #expect(type.canonical(left) == type.canonical(right))
  }

  @Test(arguments: [
    ("90", "1m30s"), ("24:00:00", "1d"), ("0", "0s"), ("00:00:00.2", "200ms"), ("10d1s", "1w3d1s"),
    ("infinity", "infinity"),
  ])
  func durationsReadAsRouterOSPrintsThem(text: String, printed: String) {
    #expect(ValueType.duration.canonical(text) == printed)
  }

  @Test(arguments: [
    (ValueType.duration, "1d", "1w"), (.prefix, "10.1.1.71/25", "10.1.1.128/25"),
    (.interfaceAddress, "10.1.1.71/25", "10.1.1.72/25"), (.list, "b,a", "a,b"),
    (.text, "01", "1"), (.address, "192.0.2.1", "::c000:201"), (.ports, "80", "!80"),
    (.addresses, "192.0.2.0-192.0.2.255", "192.0.2.0-192.0.2.254"), (.rates, "1M/2M", "2M/1M"),
    (.addresses, "192.0.2.1", "!192.0.2.1"), (.ports, "1-3", "1,3"), (.script, "a  b", "a b"),
  ])
  func differentValuesDiffer(type: ValueType, left: String, right: String) {
    #expect(type.canonical(left) != type.canonical(right))
  }

  @Test(arguments: [
    (ValueType.ports, "9-1"), (.ports, "65536"), (.ports, "http"), (.ports, "1-2-3"),
    (.ports, "!!"),
    (.rates, "a/b"), (.rates, "1/2/3"), (.rates, ""), (.addresses, "1.2.3.4/33"), (.ports, "-"),
    (.addresses, "192.0.2.1-::1"), (.addresses, "192.0.2.1@vrf"), (.addresses, "-"),
  ])
  func whatIsNoValueOfItsTypeStaysAsItIs(type: ValueType, text: String) {
    #expect(type.canonical(text) == text)
  }

  @Test func hostileListsOfPortsCostLittle() {
    let ports = String(repeating: "1-65535,", count: 20_000) + "7"
    #expect(ValueType.ports.canonical(ports) == "1-65535")
    #expect(ValueType.ports.canonical(String(repeating: "!", count: 20_000)).utf8.count == 20_000)
  }

  @Test(arguments: ["256.1.1.1", "1.2.3", "1.2.3.4/33", "::1::", "1:2:3:4:5:6:7:8:9", "/", "01a"])
  func whatIsNoAddressIsNil(text: String) {
    #expect(IPPrefix(text) == nil)
  }

  @Test func orderFollowsTheTypeNotTheLetters() throws {
    let shorter = try #require(ValueType.duration.order(of: "90s"))
    let longer = try #require(ValueType.duration.order(of: "2m"))
    #expect(shorter < longer)
    #expect(ValueType.text.order(of: "1") == nil)
  }

  @Test func membershipIgnoresHostBits() throws {
    let network = try #require(IPPrefix("10.255.0.2/30"))
    #expect(network.contains(try #require(IPAddress("10.255.0.1"))))
    #expect(!network.contains(try #require(IPAddress("10.255.0.6"))))
  }

  @Test(arguments: [
    ("198.51.101.0/24", "198.51.101.255"), ("198.51.100.4/30", "198.51.100.7"),
    ("0.0.0.0/0", "255.255.255.255"), ("192.0.2.1/32", "192.0.2.1"),
    ("2001:db8:1::/64", "2001:db8:1::ffff:ffff:ffff:ffff"),
  ])
  func aNetworkEndsWithItsLastAddress(network: String, last: String) {
    #expect(IPPrefix(network)?.last == IPAddress(last))
  }
}
