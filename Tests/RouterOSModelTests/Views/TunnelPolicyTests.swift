import RouterOSModel
import Testing

/// Tunnels that policies of IPsec encrypt.
@Suite struct TunnelPolicyTests {
  private static let tunnels = """
    /ip address
    add address=192.0.2.2/25 interface=ether1
    /interface gre
    add name=gre remote-address=203.0.113.1
    /interface l2tp-client
    add connect-to=203.0.113.1 disabled=no name=l2tp profile=plain user=a
    /ppp profile
    add name=plain use-encryption=no
    /snmp community
    add authentication-password=x name=shown
    /ip ipsec peer
    add address=203.0.113.9/32 name=p
    add address=10.0.0.2/32 name=inside
    add address=203.0.113.9/32 disabled=yes name=off
    /ip ipsec policy

    """

  /// What encrypts the tunnel of GRE, and what that of L2TP.
  private func encryption(_ policies: String) -> String {
    let found = rows(.tunnels, of: Self.tunnels + policies, "6.48.6")
    return ["gre", "l2tp"].map { found.named($0)?.word("encryption") ?? "no row" }
      .joined(separator: " ")
  }

  /// The word for a tunnel alone, or for an account.
  private func word(_ lines: String) -> String? {
    rows(.tunnels, of: Self.tunnels + "add dst-address=198.51.100.0/24 peer=p\n" + lines, "6.48.6")
      .named("a")?.word("encryption")
  }

  @Test(arguments: [
    ("dst-address=203.0.113.1/32 src-address=192.0.2.2/32", "ipsec ipsec"),
    ("dst-address=203.0.113.1/32 protocol=gre src-address=192.0.2.2/32", "ipsec none"),
    ("dst-address=203.0.113.1/32 dst-port=1701 protocol=udp src-address=0.0.0.0/0", "none ipsec"),
    ("dst-address=203.0.113.9/32 src-address=192.0.2.2/32", "none none"),
    ("dst-address=198.51.100.0/24 peer=p", "none none"),
    ("dst-address=198.51.100.0/24 sa-dst-address=203.0.113.9", "none none"),
    ("dst-address=2001:db8::/32 peer=p", "none none"),
    ("action=none dst-address=203.0.113.1/32 src-address=0.0.0.0/0", "none none"),
    ("disabled=yes dst-address=203.0.113.1/32 src-address=0.0.0.0/0", "none none"),
    ("dst-address=203.0.113.1/32 peer=off src-address=0.0.0.0/0", "none none"),
    ("dst-address=203.0.113.1/32 ipsec-protocols=ah src-address=0.0.0.0/0", "none none"),
    ("dst-address=0.0.0.0/0 src-address=0.0.0.0/0 template=yes", "none none"),
  ])
  func aPolicyForTheFarEndEncrypts(policy: String, words: String) {
    #expect(encryption("add " + policy) == words)
  }

  @Test(arguments: [
    // Which address the router sends from is not known, or not one of its own.
    ("dst-address=203.0.113.0/24 src-address=192.0.2.0/24", "? ?"),
    ("dst-address=203.0.113.1/32 src-address=198.51.100.2/32", "? ?"),
    ("dst-address=0.0.0.0/0 src-address=192.0.2.2/32", "? ?"),
    ("dst-address=203.0.113.1/32 peer=p", "? ?"), ("peer=p protocol=gre", "? none"),
    // It lets packets pass that it cannot encrypt.
    ("dst-address=203.0.113.1/32 level=use src-address=0.0.0.0/0", "? ?"),
    // The peer may be met inside the tunnel, or be whoever calls.
    ("dst-address=198.51.100.0/24 peer=inside", "? ?"),
    ("dst-address=198.51.100.0/24 peer=gone", "? ?"),
    (
      "dst-address=198.51.100.0/24 peer=p\n/ip ipsec identity\nadd generate-policy=port-strict",
      "? ?"
    ),
    ("dst-address=198.51.100.0/24 peer=p\n/ip ipsec identity\nadd peer=p", "none none"),
  ])
  func aPolicyMayEncryptWhatItIsFor(policy: String, words: String) {
    #expect(encryption("add " + policy) == words)
  }

  @Test func theFirstPolicyDecides() {
    let ends = "dst-address=203.0.113.1/32 src-address=0.0.0.0/0"
    #expect(encryption("add action=none \(ends)\nadd \(ends)") == "none none")
    #expect(encryption("add \(ends)\nadd action=none \(ends)") == "ipsec ipsec")
    let some = "action=none dst-address=203.0.113.0/24 src-address=192.0.2.0/25"
    #expect(encryption("add \(some)\nadd \(ends)") == "? ?")
  }

  @Test func aRouterWithTwoWaysOutChoosesAnAddress() {
    let policy = "add dst-address=203.0.113.1/32 src-address=192.0.2.2/32\n"
    let first = "/ip route\nadd distance=1 gateway=192.0.2.1\n"
    let routes = first + "add distance=2 gateway=198.51.100.1\n"
    #expect(encryption(policy + routes) == "? ?")
    let told = "/interface gre\nset gre local-address="
    #expect(encryption(policy + routes + told + "192.0.2.2") == "ipsec ?")
    #expect(encryption(policy + routes + told + "198.51.100.2") == "none ?")
  }

  @Test func aNameMayBeAnyHostAndPPPoEIsBelowPolicies() {
    let client = "/interface l2tp-client\nadd name=a profile=plain user=a connect-to="
    #expect(word(client + "office.example.com") == "?")
    let account = "/ppp secret\nadd name=a password=x profile=plain service="
    #expect(word(account + "l2tp") == "?")
    #expect(word(account + "pppoe") == "none")
  }

  @Test func aPolicyIsMoreThanMPPE() {
    let client = "/interface l2tp-client\nadd connect-to=198.51.100.7 name=a user=a"
    #expect(word(client) == "?")
    #expect(word("add dst-address=198.51.100.7/32 src-address=0.0.0.0/0\n" + client) == "ipsec")
  }
}
