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
    (.date, "jul/27/2025", "2025-07-27"), (.date, "Jan/2/2025", "2025-01-02"),
    (.durations, "8s/8s", "8"), (.durations, "8/1m", "8s/60s"),
    (.grants, "read,write", "write,!ftp,read"), (.grants, "read,!ssh", "read,!ssh,!telnet"),
    (.integer, "!0x10", "!16"), (.keepalive, "10s,10", "00:00:10,10"),
    (.limit, "10,5:packet", "10/1s,5"),
    (.limit, "1k/1m,5,src-address/1m40s", "1000/60,5,src-address/100"),
    (.numbers, "!0x10", "!16"), (.numbers, "16-16,5", "5,16"), (.numbers, "0-100k", "0-100000"),
    (.pair, "default-small", "default-small/default-small"), (.protocol, "6", "tcp"),
    (.protocol, "!0x11", "!udp"), (.protocol, "0x800", "ip"), (.protocol, "143", "0x8F"),
    (.rateLimit, "10M", "10000k/10000000"),
    (.rateLimit, "1M/2M 4M/4M 1M/1M 10/10 8 1M", "1000k/2M 4M 1M 10s 8 1M/1M"),
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
    (.date, "jul/27/2025", "2025-07-28"), (.durations, "8s/9s", "9s/8s"),
    (.grants, "read,write", "read"), (.keepalive, "10s,10", "10s,3"), (.limit, "10/1m,5", "10,5"),
    (.limit, "10,5:bit", "10,5:packet"), (.numbers, "16", "!16"), (.numbers, "1000-0", "0-1000"),
    (.pair, "a/b", "b/a"), (.protocol, "6", "udp"), (.protocol, "6", "!tcp"),
    (.rateLimit, "1M/2M", "2M/1M"), (.rateLimit, "1M 2M", "1M"),
  ])
  func differentValuesDiffer(type: ValueType, left: String, right: String) {
    #expect(type.canonical(left) != type.canonical(right))
  }

  @Test(arguments: [
    (ValueType.ports, "9-1"), (.ports, "65536"), (.ports, "http"), (.ports, "1-2-3"),
    (.ports, "!!"),
    (.rates, "a/b"), (.rates, "1/2/3"), (.rates, ""), (.addresses, "1.2.3.4/33"), (.ports, "-"),
    (.addresses, "192.0.2.1-::1"), (.addresses, "192.0.2.1@vrf"), (.addresses, "-"),
    (.date, "jul/32/2025"), (.date, "2025-13-01"), (.date, "yesterday"), (.durations, "a/b"),
    (.durations, "1/2/3"), (.keepalive, "10s"), (.limit, "10"), (.limit, "a,b"),
    (.numbers, "1-2-3"),
    (.numbers, "clamp-to-pmtu"), (.pair, "1/2/3"), (.protocol, "none"), (.rateLimit, "fast"),
    (.rateLimit, "1M 2M 3M 4s 8 1M more"),
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
    (.date, "dec/31/2024"), (.durations, "8s/8s"), (.durations, "8"), (.keepalive, "10s,10"),
    (.numbers, "!0x10,20-30"), (.numbers, "1000-0"),
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
    (.date, "27/jul/2025"), (.durations, "fast/slow"), (.keepalive, "10"), (.numbers, "a"),
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
