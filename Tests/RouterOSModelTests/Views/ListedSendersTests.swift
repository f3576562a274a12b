import RouterOSModel
import Testing

/// What meets those whom a rule puts into a list that a rule below it asks for.
@Suite struct ListedSendersTests {
  private func dns(_ rules: String..., more: String = "") -> String? {
    let text = """
      /interface list
      add name=WAN
      /interface list member
      add interface=ether1 list=WAN
      /ip address
      add address=192.0.2.2/24 interface=ether1
      /ip dns
      set allow-remote-requests=yes

      """
    return rows(
      .services,
      of: text + more + "\n/ip firewall filter\n" + rules.map { "add \($0)\n" }.joined()
    ).named("dns")?.word("from-untrusted")
  }

  private static let ban = "action=add-src-to-address-list address-list=banned chain=input"
  private static let drop = "action=drop chain=input src-address-list=banned"

  @Test func whoIsPutIntoAListIsInIt() {
    #expect(dns(Self.ban, Self.drop) == "drop")
    #expect(dns(Self.drop, Self.ban) == "accept")
    #expect(dns(Self.ban + " src-address-list=!friends", Self.drop) == "limited")
    #expect(dns(Self.ban + " src-address-list=friends", Self.drop) == "accept")
    #expect(dns(Self.ban + " dst-port=53 protocol=udp", Self.drop) == "accept")
    #expect(
      dns(
        Self.ban + " dst-port=53 protocol=udp", Self.ban + " dst-port=53 protocol=tcp", Self.drop)
        == "drop")
    #expect(dns(Self.ban + " dst-port=22 protocol=tcp", Self.drop) == "accept")
    #expect(dns(Self.ban + " disabled=yes", Self.drop) == "accept")
    #expect(dns(Self.ban + " limit=1,1:packet", Self.drop) == "accept")
    #expect(dns(Self.ban, Self.drop + " src-address=198.51.100.0/24") == "accept")
    #expect(dns(Self.ban, Self.drop.replacing("banned", with: "others")) == "accept")
  }

  @Test func whoLetsHimselfInIsLetIn() {
    #expect(
      dns(Self.ban, Self.drop.replacing("drop", with: "accept"), "chain=input action=drop")
        == "accept")
  }

  @Test func listsGoAlongThroughChains() {
    let jump = "action=jump chain=input jump-target=guard"
    let inner = Self.ban.replacing("chain=input", with: "chain=guard")
    #expect(dns(jump, inner, Self.drop) == "drop")
    #expect(
      dns(jump, "action=return chain=guard dst-port=22 protocol=tcp", inner, Self.drop) == "drop")
    #expect(dns(jump, "action=return chain=guard limit=1,1:packet", inner, Self.drop) == "accept")
    #expect(dns(jump + " limit=1,1:packet", inner, Self.drop) == "accept")
    let raw =
      "/ip firewall raw\n" + "add " + Self.ban.replacing("chain=input", with: "chain=prerouting")
    #expect(dns(Self.drop, more: raw) == "drop")
  }
}
