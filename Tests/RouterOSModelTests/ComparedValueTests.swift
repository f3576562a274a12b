import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Values that are written differently, or not at all, and are the same.
@Suite struct ComparedValueTests {
  private func compared(_ menu: String, _ line: String, _ property: String, _ release: String)
    -> Value?
  {
    let text = "# 2024-11-20 09:14:07 by RouterOS \(release)\n\(menu)\nadd \(line)\n"
    let path = menu.split(separator: " ").joined(separator: "/")
    return lower(parse(SourceFile(name: "example.rsc", text: text))).entries(path).last?
      .comparedValue(property)
  }

  @Test(arguments: [
    ("/ip route", "gateway=192.0.2.1 !check-gateway", "gateway=192.0.2.1", "check-gateway"),
    ("/routing bgp connection", "name=a hold-time=infinity", "name=a hold-time=0s", "hold-time"),
    ("/ppp profile", "name=a on-up=\"\"", "name=a", "on-up"),
    ("/ppp profile", "name=a address-list=\"\"", "name=a", "address-list"),
    ("/ip firewall filter", "chain=a src-address=0.0.0.0/0", "chain=a", "src-address"),
    (
      "/ip firewall filter", "connection-state=!new,related", "connection-state=!related,new",
      "connection-state"
    ),
    ("/ip ipsec peer", "name=a address=192.0.2.1/32", "name=a address=192.0.2.1", "address"),
    ("/ip firewall mangle", "chain=a dscp=0x10", "chain=a dscp=16", "dscp"),
    ("/ipv6 firewall filter", "chain=a dscp=0x2e", "chain=a dscp=46", "dscp"),
    ("/queue simple", "name=a target=192.0.2.1/32", "name=a target=192.0.2.1", "target"),
    ("/queue simple", "name=a priority=1", "name=a priority=1/1", "priority"),
    ("/ipv6 route", "gateway=2001:DB8:0::1%ether1", "gateway=2001:db8::1%ether1", "gateway"),
    ("/tool netwatch", "thr-tcp-conn-time=1000000", "thr-tcp-conn-time=1s", "thr-tcp-conn-time"),
    ("/tool netwatch", "thr-loss-percent=99%", "thr-loss-percent=99", "thr-loss-percent"),
  ])
  func theSame(menu: String, left: String, right: String, property: String) {
    let values = [left, right].map { compared(menu, $0, property, "7.18.2")?.text }
    #expect(values[0] == values[1])
  }

  @Test(arguments: [
    ("/interface gre", "name=a !keepalive", "name=a", "keepalive", "7.18.2"),
    (
      "/tool netwatch", "thr-tcp-conn-time=1000000", "thr-tcp-conn-time=1000000s",
      "thr-tcp-conn-time", "7.18.2"
    ),
    (
      "/ip route", "gateway=192.0.2.1,192.0.2.1,192.0.2.2", "gateway=192.0.2.1,192.0.2.2",
      "gateway", "6.48.3"
    ),
  ])
  func different(menu: String, left: String, right: String, property: String, release: String) {
    let values = [left, right].map { compared(menu, $0, property, release)?.text }
    #expect(values[0] != values[1])
  }
}
