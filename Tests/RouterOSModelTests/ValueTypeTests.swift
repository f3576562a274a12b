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
    (.rates, "unlimited", "unlimited/unlimited"), (.size, "0B", "0"), (.size, "64KiB", "65536"),
    (.duration, "0.2sec", "200ms"), (.asNumber, "1.10/1.2", "65546/65538"),
    (.timeWindow, "8h-18h,mon,tue", "tue,08:00:00-18:00:00,mon"), (.timeWindow, "0s-1d", "0-24h"),
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
    (.timeWindow, "8h-18h,mon", "8h-18h,tue"), (.asNumber, "43/34", "34/43"),
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

  @Test(arguments: [
    (ValueType.address, "192.0.2.1"), (.address, "fe80::1%ether1"), (.address, "a.example"),
    (.addresses, "!192.0.2.0/24,198.51.100.1-198.51.100.9"), (.addresses, "192.0.2.1@vrf1"),
    (.asNumber, "43/34"), (.boolean, "true"), (.duration, "1d00:00:05"), (.flag, "no"),
    (.integer, "0x8000"), (.macAddress, "00:00:5e:0:53:1"), (.ports, "!22,80-90"),
    (.ports, "https"), (.prefix, "192.0.2.0/255.255.255.0"), (.prefix, "2001:db8::/32"),
    (.rates, "10M/unlimited"), (.size, "2048KiB"), (.timeWindow, "sun,sat"),
  ])
  func whatIsAValueIsReadAsOne(type: ValueType, text: String) {
    #expect(type.canRead(text))
  }

  @Test(arguments: [
    (ValueType.address, "192.0.2.300"), (.address, "2001:db8:::1"),
    (.addresses, "192.0.2.0/24,198.51.1000.0/24"), (.addresses, "192.0.2.1-2001:db8::1"),
    (.asNumber, "65536.1"), (.asNumber, "4294967296"), (.boolean, "ja"), (.duration, "soon"),
    (.duration, "10x"), (.integer, "1.5"), (.interfaceAddress, "192.0.2.1/33"),
    (.macAddress, "00:00:5E:00:53"), (.macAddress, "00-00-5E-00-53-01"), (.ports, "65536"),
    (.ports, "90-80"), (.prefix, "192.0.2.0/255.0.255.0"), (.prefix, "192.0.2"),
    (.rates, "1M/2M/3M"), (.size, "10Q"), (.timeWindow, "8h-18h,someday"), (.timeWindow, "8h"),
  ])
  func whatIsNoValueIsNotReadAsOne(type: ValueType, text: String) {
    #expect(!type.canRead(text))
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
