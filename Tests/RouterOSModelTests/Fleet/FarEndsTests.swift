import RouterOSModel
import Testing

/// What stands at the other end of tunnels of every kind.
@Suite struct FarEndsTests {
  private func words(_ texts: String...) -> [String] {
    Routers(texts.enumerated().map { ("\($0).rsc", $1) }).words
  }

  private static func plain(_ kind: String, _ own: String, _ far: String, _ more: String = "")
    -> String
  {
    addressed("\(own)/24") + "/interface \(kind)\nadd name=t remote-address=\(far) \(more)\n"
  }

  @Test(arguments: ["gre", "eoip", "ipip"])
  func mirroredEndpointsBelongTogether(kind: String) {
    let found = words(
      Self.plain(kind, "192.0.2.1", "192.0.2.2"), Self.plain(kind, "192.0.2.2", "192.0.2.1"))
    #expect(
      found == [
        "0.rsc peer t: 1.rsc peer t by endpoints", "1.rsc peer t: 0.rsc peer t by endpoints",
      ])
  }

  @Test func numbersAndSourcesTellTunnelsApart() {
    let numbers = words(
      Self.plain("eoip", "192.0.2.1", "192.0.2.2", "tunnel-id=1"),
      Self.plain("eoip", "192.0.2.2", "192.0.2.1", "tunnel-id=2"))
    #expect(numbers == ["0.rsc peer t: unanswered", "1.rsc peer t: unanswered"])
    let sources = words(
      Self.plain("gre", "192.0.2.1", "192.0.2.2", "local-address=192.0.2.1"),
      Self.plain("gre", "192.0.2.2", "192.0.2.1", "local-address=192.0.2.9"))
    #expect(sources.first == "0.rsc peer t: unanswered")
    let kinds = words(
      Self.plain("gre", "192.0.2.1", "192.0.2.2"), Self.plain("ipip", "192.0.2.2", "192.0.2.1"))
    #expect(kinds.allSatisfy { $0.hasSuffix("unanswered") })
  }

  @Test func behindNATTheNetworkInsideDecidesIfItCan() {
    func end(_ inside: String) -> String {
      Self.plain("gre", "10.9.9.9", "203.0.113.1") + addressed(inside, "t")
    }
    let found = words(end("10.0.0.1/30"), end("10.0.0.2/30"))
    #expect(found.allSatisfy { $0.hasSuffix("by addresses inside") })
    let three = words(end("10.0.0.1/29"), end("10.0.0.2/29"), end("10.0.0.3/29"))
    #expect(three.allSatisfy { $0.contains("? no export here holds the far end 203.0.113.1") })
  }

  @Test func peersOfIPsecAreMirrored() {
    func end(_ own: String, _ far: String) -> String {
      addressed("\(own)/24") + "/ip ipsec peer\nadd address=\(far)/32 name=p\n"
    }
    let found = words(end("192.0.2.1", "192.0.2.2"), end("192.0.2.2", "192.0.2.1"))
    #expect(found.allSatisfy { $0.hasSuffix("by endpoints") })
  }

  private static func wireGuard(
    _ inside: String, _ interface: String = "", peers: String...
  ) -> String {
    "/interface wireguard\nadd \(interface) name=wg\n/interface wireguard peers\n"
      + peers.map { "add interface=wg \($0)\n" }.joined() + addressed(inside, "wg")
  }

  @Test func aSpokeOfWireGuardIsBehindOnePeerOfTheHub() {
    let hub = Self.wireGuard(
      "10.0.0.1/24", peers: "allowed-address=10.0.0.2/32 name=a public-key=A",
      "allowed-address=10.0.0.3/32 name=b public-key=B")
    let found = words(
      hub, Self.wireGuard("10.0.0.2/24", peers: "allowed-address=0.0.0.0/0 name=x public-key=H"),
      Self.wireGuard("10.0.0.3/24", peers: "allowed-address=10.0.0.0/24 name=y public-key=H"))
    #expect(
      found == [
        "0.rsc peer a: 1.rsc peer x by addresses inside",
        "0.rsc peer b: 2.rsc peer y by addresses inside",
        "1.rsc peer x: 0.rsc peer a by addresses inside",
        "2.rsc peer y: 0.rsc peer b by addresses inside",
      ])
  }

  @Test func keysGoBeforeAddresses() {
    let found = words(
      Self.wireGuard(
        "10.0.0.1/24", "public-key=H", peers: "allowed-address=10.0.0.2/32 name=a public-key=A"),
      Self.wireGuard(
        "10.0.0.2/24", "public-key=A", peers: "allowed-address=0.0.0.0/0 name=x public-key=H"),
      Self.wireGuard(
        "10.0.0.2/24", "public-key=Z", peers: "allowed-address=0.0.0.0/0 name=z public-key=Y"))
    #expect(found[0] == "0.rsc peer a: 1.rsc peer x by public key")
    #expect(found[1] == "1.rsc peer x: 0.rsc peer a by public key")
    #expect(found[2].hasPrefix("2.rsc peer z: ?"))
  }

  @Test func aKeyThatContradictsTheAddressesMakesNoPair() {
    let found = words(
      Self.wireGuard("10.0.0.1/24", peers: "allowed-address=10.0.0.2/32 name=a public-key=A"),
      Self.wireGuard("10.0.0.2/24", "public-key=Z", peers: "allowed-address=0.0.0.0/0 name=x"))
    #expect(found.allSatisfy { $0.contains(": ?") })
  }

  private static func client(_ password: String, _ inside: String = "10.0.0.2/30") -> String {
    "/interface l2tp-client\nadd connect-to=203.0.113.1 disabled=no name=vpn password=\(password) user=u\n"
      + addressed(inside, "vpn")
  }

  private static func server(_ password: String) -> String {
    "/ppp secret\nadd name=u password=\(password) service=l2tp\n"
  }

  @Test func theSecretDecidesAmongSeveralAccounts() {
    let found = words(Self.client("aaa111"), Self.server("aaa111"), Self.server("bbb222"))
    #expect(found.first == "0.rsc client vpn: 1.rsc server u by user and secret")
    #expect(!found.joined().contains("aaa111"))
    let hidden = words(Self.client("aaa111"), Self.server("\"\""), Self.server("bbb222"))
    #expect(hidden.first?.contains("? several routers here have an account") == true)
  }

  @Test func aSessionSaysByWhatItWasPaired() {
    func end(_ own: String, _ far: String, _ number: Int, _ other: Int) -> String {
      addressed("\(own)/24")
        + "/routing bgp connection\nadd as=\(number) local.role=ebgp name=s remote.address=\(far) .as=\(other)\n"
    }
    let right = words(
      end("192.0.2.1", "192.0.2.2", 64496, 64497), end("192.0.2.2", "192.0.2.1", 64497, 64496))
    #expect(right == ["0.rsc s: 1.rsc s by addresses", "1.rsc s: 0.rsc s by addresses"])
    let wrong = words(
      end("192.0.2.1", "192.0.2.2", 64496, 64497), end("192.0.2.2", "192.0.2.9", 64497, 64496))
    #expect(wrong.allSatisfy { $0.hasSuffix("by autonomous systems") })
  }
}
