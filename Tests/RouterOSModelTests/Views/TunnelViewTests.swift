import RouterOSModel
import Testing

/// Tunnels of every kind and side.
@Suite struct TunnelViewTests {
  private func row(_ text: String, _ release: String = "6.49.10") -> Row? {
    rows(.tunnels, headerOfRouterOS(release) + text + "\n").first
  }

  @Test func aClientHasTheDefaultsOfItsKind() throws {
    let found = try #require(
      row("/interface l2tp-client\nadd connect-to=192.0.2.1 disabled=no name=vpn password=x user=u")
    )
    let wanted = [
      "kind": "l2tp", "side": "client", "remote-endpoint": "192.0.2.1", "endpoint-is": "address",
      "user": "u", "password": "x", "profile": "default-encryption", "bridge": "-",
      "use-ipsec": "no", "ipsec-secret": "-", "encryption": "mppe",
      "auth": "chap,mschap1,mschap2,pap", "mrru": "disabled", "max-mtu": "1450",
      "max-mru": "1450", "keepalive-timeout": "1m", "dial-on-demand": "no", "hands-out": "-",
      "service": "-", "disabled": "no",
    ]
    for (column, word) in wanted.sorted(by: { $0.key < $1.key }) {
      #expect(found.word(column) == word, "\(column)")
    }
  }

  @Test(arguments: [
    ("/interface l2tp-client\nadd name=a use-ipsec=yes", "ipsec"),
    ("/interface l2tp-client\nadd name=a profile=default", "none"),
    ("/interface pptp-client\nadd name=a", "mppe"),
    ("/interface sstp-client\nadd name=a", "tls"),
    ("/interface ovpn-client\nadd name=a", "tls"),
    ("/interface ovpn-client\nadd cipher=null name=a", "none"),
    ("/interface l2tp-client\nadd name=a profile=gone", "?"),
    ("/interface gre\nadd name=a remote-address=192.0.2.1", "none"),
    ("/interface gre\nadd ipsec-secret=s name=a remote-address=192.0.2.1", "ipsec"),
    ("/interface gre\nadd name=a\n/ip ipsec policy\nadd src-address=192.0.2.2", "?"),
    (
      "/ppp profile\nadd name=p use-encryption=required\n/interface pptp-client\nadd name=a profile=p",
      "mppe-required"
    ),
    ("/ppp secret\nadd name=a service=l2tp", "mppe"),
    (
      "/interface l2tp-server server\nset enabled=yes use-ipsec=required\n/ppp secret\nadd name=a service=l2tp",
      "ipsec"
    ),
    (
      "/interface l2tp-server server\nset enabled=yes use-ipsec=yes\n/ppp secret\nadd name=a service=l2tp",
      "ipsec-optional"
    ),
    (
      "/interface l2tp-server server\nset enabled=yes\n/interface pptp-server server\nset enabled=yes\n/ppp secret\nadd name=a",
      "?"
    ),
  ])
  func encryptionIsThatInForce(text: String, word: String) {
    // An export of RouterOS 6 with accounts and without any secret hides them.
    #expect(
      row(text + "\n/snmp community\nadd authentication-password=x name=s")?.word("encryption")
        == word)
  }

  @Test func aSecretThatTheExportLeavesOutLeavesTheRestUnknown() {
    let text = "/interface gre\nadd name=a remote-address=192.0.2.1"
    #expect(row(text, "7.16")?.word("use-ipsec") == "?")
    #expect(row(text, "7.16")?.word("encryption") == "?")
    #expect(row(text)?.word("use-ipsec") == "no")
  }

  @Test(arguments: [
    ("", "name=a", "-"), ("enabled=yes", "name=a", "l2tp"),
    ("enabled=yes", "name=a service=l2tp", "l2tp"), ("enabled=yes", "name=a service=pppoe", "-"),
    ("enabled=$on", "name=a", "?"), ("enabled=yes", "name=a service=$kind", "?"),
  ])
  func anAccountIsDialledByServersThatAreOn(server: String, account: String, expected: String) {
    let text =
      "/interface l2tp-server server\nset max-mtu=1400 \(server)\n/ppp secret\nadd \(account)"
    #expect(rows(.tunnels, of: text).map { word($0, "dialled-by") } == [expected])
  }

  @Test func anAccountHandsOutWhatItsProfileOrServerSays() {
    let pool =
      "/ip pool\nadd name=a next-pool=b ranges=10.0.0.2-10.0.0.9\nadd name=b ranges=10.0.1.2\n"
    let profile = "/ppp profile\nadd name=p remote-address=a\n"
    func hands(_ text: String) -> String? { row(text + " password=x")?.word("hands-out") }
    #expect(
      hands(pool + profile + "/ppp secret\nadd name=u profile=p") == "10.0.0.2-10.0.0.9,10.0.1.2")
    #expect(
      hands(pool + profile + "/ppp secret\nadd name=u profile=p remote-address=10.9.9.9")
        == "10.9.9.9")
    #expect(
      hands(
        pool + profile + "/interface l2tp-server server\nset default-profile=p enabled=yes\n"
          + "/ppp secret\nadd name=u service=l2tp") == "10.0.0.2-10.0.0.9,10.0.1.2")
    #expect(hands(profile + "/ppp secret\nadd name=u profile=p") == "?")
    #expect(hands("/ppp secret\nadd name=u") == "-")
    let circle = "/ip pool\nadd name=a next-pool=a ranges=10.0.0.2\n"
    #expect(hands(circle + profile + "/ppp secret\nadd name=u profile=p") == "10.0.0.2")
  }

  @Test(arguments: [
    ("/interface gre\nadd keepalive=5s,3 name=a", "15s"), ("/interface gre\nadd name=a", "1m40s"),
    ("/interface gre\nadd !keepalive name=a", "-"),
    ("/interface l2tp-client\nadd keepalive-timeout=disabled name=a", "disabled"),
    ("/interface l2tp-client\nadd keepalive-timeout=90 name=a", "1m30s"),
  ])
  func silenceIsASpanOfTime(text: String, word: String) {
    #expect(row(text)?.word("keepalive-timeout") == word)
  }

  @Test(arguments: ["eoip", "eoipv6", "gre", "gre6", "ipip", "ipipv6"])
  func plainTunnelsHavePeers(kind: String) {
    let row = row("/interface \(kind)\nadd name=a remote-address=vpn.example.com")
    #expect(row?.word("kind") == kind && row?.word("side") == "peer")
    #expect(row?.word("endpoint-is") == "name")
  }

  @Test func addressesOfAPortAreOnItsBridge() {
    let text = """
      /interface eoip
      add name=a remote-address=192.0.2.1 tunnel-id=1
      /interface bridge port
      add bridge=b interface=a
      /ip address
      add address=10.0.0.1/30 interface=b
      add address=10.1.0.1/24 interface=ether1
      """
    #expect(row(text)?.word("bridge") == "b" && row(text)?.word("inner-address") == "10.0.0.1")
    #expect(row(text)?.word("connected") == "10.1.0.0/24")
  }

  @Test func aPeerOfWireGuardIsOnItsInterface() throws {
    let text = """
      /interface wireguard
      add mtu=1380 name=wg
      /interface wireguard peers
      add allowed-address=10.0.0.2/32 endpoint-address=192.0.2.1 endpoint-port=13231 interface=wg public-key=k
      /ip address
      add address=10.0.0.1/24 interface=wg
      """
    let found = try #require(row(text, "7.16"))
    #expect(found.word("name") == "wg" && found.word("encryption") == "wireguard")
    #expect(found.word("max-mtu") == "1380" && found.word("inner-address") == "10.0.0.1")
    let off = row(text.replacing("add mtu", with: "add disabled=yes mtu"), "7.16")
    #expect(off?.word("disabled") == "yes")
  }

  @Test func aPeerOfIPsecIsAHostOrWaits() {
    let peer = "/ip ipsec identity\nadd peer=p secret=s\n/ip ipsec peer\nadd name=p address="
    #expect(row(peer + "192.0.2.1/32")?.word("remote-endpoint") == "192.0.2.1")
    #expect(row(peer + "192.0.2.1/32")?.word("ipsec-secret") == "s")
    #expect(row(peer + "0.0.0.0/0")?.word("endpoint-is") == "none")
    #expect(row(peer + "vpn.example.com")?.word("endpoint-is") == "name")
  }

  /// 50,000 tunnels on one bridge with 50,000 addresses took minutes when each had a list of its own.
  @Test func manyTunnelsShareManyAddresses() {
    let numbers = 0..<20_000
    let text =
      "/ppp profile\nadd bridge=b name=p\n/ppp secret\n"
      + numbers.map { "add name=u\($0) password=x profile=p service=l2tp\n" }.joined()
      + "/ip address\n"
      + numbers.map {
        "add address=10.\($0 / 65536).\($0 / 256 % 256).\($0 % 256)/32 interface=b\n"
      }
      .joined()
    let found = rows(.tunnels, headerOfRouterOS("6.49.10") + text)
    #expect(found.count == 20_000 && found.last?.word("inner-address") == "?")
    #expect(found.first?.cell("inner-address")?.texts.count == 20_000)
  }
}
