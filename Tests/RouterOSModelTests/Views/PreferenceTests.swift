import RouterOSModel
import Testing

/// How much the paths of sessions are preferred, and what watches their neighbours.
@Suite struct PreferenceTests {
  private func new(_ rules: String..., filter: String = "input.filter=x") -> String {
    let session =
      "/routing bgp connection\nadd \(filter) local.role=ebgp name=a remote.address=192.0.2.1 remote.as=64500\n"
    let text =
      session + "/routing filter rule\n" + rules.map { "add chain=x rule=\"\($0)\"\n" }.joined()
    return rows(.bgpSessions, of: text).first?.word("preference") ?? "no session"
  }

  private func old(_ rules: String..., filter: String = "in-filter=x") -> String {
    let session =
      "/routing bgp peer\nadd \(filter) name=a remote-address=192.0.2.1 remote-as=64500\n"
    let text = session + "/routing filter\n" + rules.map { "add chain=x \($0)\n" }.joined()
    return rows(.bgpSessions, of: text, "6.49.10").first?.word("preference") ?? "no session"
  }

  @Test func withoutFiltersNothingDecides() {
    #expect(new(filter: "connect=yes") == "none")
    #expect(old(filter: "ttl=default") == "none")
  }

  @Test func whatAllThatPassesIsGivenCounts() {
    #expect(new("set bgp-local-pref 200; accept") == "in local-pref 200")
    #expect(new("if (dst in 10.0.0.0/8) {set bgp-local-pref 200; accept}") == "in local-pref 200")
    #expect(old("action=accept set-bgp-local-pref=200") == "in local-pref 200")
    #expect(
      old("action=accept prefix=10.0.0.0/8 set-bgp-local-pref=200", "action=discard")
        == "in local-pref 200")
    #expect(
      old("action=accept set-bgp-prepend=3", filter: "out-filter=x") == "out prepend 3")
    #expect(
      new("set bgp-path-prepend 3; accept", filter: "output.filter-chain=x") == "out prepend 3")
  }

  /// 100 is what paths have that nobody sets anything of: two sessions would tie.
  @Test func whatIsSetToTheDefaultDecidesNothing() {
    #expect(new("set bgp-local-pref 100; accept") == "none")
    #expect(old("action=accept set-bgp-local-pref=100 set-bgp-med=0") == "none")
  }

  @Test func pathsThatArePreferredDifferentlyAreUnknown() {
    #expect(
      new("if (dst in 10.0.0.0/8) {set bgp-local-pref 200; accept} else {accept}") == "?")
    #expect(new("if (dst in 10.0.0.0/8) {set bgp-local-pref 200}", "accept") == "?")
    // Without a rule at the end RouterOS 6 takes what is left, RouterOS 7 does not.
    #expect(old("action=accept prefix=10.0.0.0/8 set-bgp-local-pref=200") == "?")
  }

  @Test func whatCannotBeFollowedIsUnknown() {
    #expect(new("jump other") == "?")
    #expect(new("jump x") == "?")
    #expect(new("if (afi ipv4) {reject}; accept") == "?")
    #expect(new("set bgp-local-pref +10; accept") == "?")
    #expect(new("if (dst in 10.0.0.0/8) {if (a) {reject}} ; accept") == "?")
    #expect(old("action=jump jump-target=x") == "?")
    #expect(old("action=accept", filter: "in-filter=x disabled=no") == "none")
  }

  @Test func jumpsAreFollowedAndReturn() {
    func jumping(_ first: String, _ second: String) -> String {
      new(first.replacing("other", with: "y") + "\"\nadd chain=y rule=\"" + second)
    }
    #expect(jumping("jump other", "set bgp-local-pref 200; accept") == "in local-pref 200")
    #expect(jumping("jump other; accept", "set bgp-local-pref 200") == "in local-pref 200")
    #expect(jumping("jump other; accept", "set bgp-med 5; return; reject") == "in med 5")
    #expect(jumping("jump other", "set bgp-local-pref 200") == "in nothing")
    #expect(jumping("if (afi ipv4) {jump other; accept} else {accept}", "set bgp-med 5") == "?")
    #expect(
      old("action=jump jump-target=y\nadd action=accept chain=y set-bgp-local-pref=200")
        == "in local-pref 200")
    #expect(
      old("action=jump jump-target=y set-bgp-med=5\nadd action=return chain=y") == "in med 5")
  }

  @Test func chainsThatJumpToEachOtherEnd() {
    let rules = (0..<40).flatMap { chain in
      (0..<8).map { _ in "add chain=c\(chain) rule=\"jump c\((chain + 1) % 40)\"\n" }
    }
    let session = """
      /routing bgp connection
      add input.filter=c0 local.role=ebgp name=a remote.address=192.0.2.1 remote.as=64500
      /routing filter rule

      """
    #expect(rows(.bgpSessions, of: session + rules.joined()).first?.word("preference") == "?")
  }

  @Test func nobodyDocumentsAChainWithoutRules() {
    #expect(new() == "?")
    #expect(old() == "none")
    #expect(new("reject", "set bgp-local-pref 200; accept") == "in nothing")
  }

  private func advertised(_ rules: String...) -> String {
    let text = """
      /ip firewall address-list
      add address=10.1.0.0/24 list=own
      add address=10.2.0.0/24 list=own
      add address=10.1.0.0/24 list=first
      /ip route
      add blackhole dst-address=10.1.0.0/24
      add blackhole dst-address=10.2.0.0/24
      /routing bgp connection
      add local.role=ebgp name=a output.filter-chain=x .network=own remote.address=192.0.2.1 .as=64500
      /routing filter rule

      """
    let found = rows(
      .bgpSessions, of: text + rules.map { "add chain=x rule=\"\($0)\"\n" }.joined())
    return found.first.map { $0.word("advertises") } ?? "no session"
  }

  @Test func whatAFilterLetsThroughIsAnnounced() {
    #expect(advertised("accept") == "10.1.0.0/24,10.2.0.0/24")
    #expect(advertised("if (dst == 10.1.0.0/24) {accept}") == "10.1.0.0/24")
    #expect(advertised("if (dst in 10.0.0.0/8 && dst-len in 8-16) {accept}") == "-")
    #expect(advertised("if (dst in 10.0.0.0/8) {reject}", "accept") == "-")
    #expect(advertised("if (dst in first) {reject} else {accept}") == "10.2.0.0/24")
    #expect(advertised("jump x") == "?")
    let jump = "if (dst == 10.1.0.0/24) {jump y}\"\nadd chain=y rule=\""
    #expect(advertised(jump + "accept") == "10.1.0.0/24")
    #expect(advertised(jump + "reject", "accept") == "10.2.0.0/24")
    #expect(advertised(jump + "return", "accept") == "10.1.0.0/24,10.2.0.0/24")
    #expect(advertised("if (protocol static) {accept}") == "?")
    #expect(advertised("if (protocol static) {reject}", "reject") == "-")
    #expect(
      advertised("if (dst == 10.1.0.0/24) {accept}", "if (protocol static) {accept}") == "?")
  }

  @Test(arguments: [
    ("action=discard prefix=10.1.0.0/24", "10.2.0.0/24"),
    ("action=discard prefix=10.0.0.0/8", "10.1.0.0/24,10.2.0.0/24"),
    ("action=discard prefix=10.0.0.0/8 prefix-length=8-32", "-"),
    ("action=discard invert-match=yes prefix=10.1.0.0/24", "10.1.0.0/24"),
    ("action=discard bgp-as-path=64500", "?"), ("action=discard", "-"),
  ])
  func filtersOfRouterOS6LetThrough(rule: String, word: String) {
    let text = """
      /routing bgp network
      add network=10.1.0.0/24 synchronize=no
      add network=10.2.0.0/24 synchronize=no
      /routing bgp peer
      add name=a out-filter=x remote-address=192.0.2.1 remote-as=64500
      /routing filter
      add chain=x \(rule)
      """
    #expect(rows(.bgpSessions, of: text, "6.49.10").first?.word("advertises") == word)
  }

  @Test func manyConditionsEnd() {
    let rules = (0..<20_000).map { "add chain=x prefix=10.0.0.0/8 set-bgp-med=\($0)\n" }.joined()
    let text =
      "/routing bgp peer\nadd in-filter=x name=a remote-address=192.0.2.1 remote-as=64500\n"
    #expect(
      rows(.bgpSessions, of: text + "/routing filter\n" + rules, "6.49.10").first?
        .word("preference") == "?")
  }

  @Test func watchersOfNeighboursAreTold() {
    func watched(_ text: String, _ more: String = "") -> String? {
      rows(
        .bgpSessions,
        of:
          "/routing bgp peer\nadd name=a remote-address=192.0.2.1 remote-as=64500 \(text)\n\(more)",
        "6.49.10"
      ).first?.word("watched")
    }
    #expect(watched("") == "-")
    #expect(watched("use-bfd=yes") == "bfd")
    #expect(watched("", "/tool netwatch\nadd down-script=x host=192.0.2.1") == "netwatch")
    #expect(watched("", "/tool netwatch\nadd host=192.0.2.1") == "-")
  }

  @Test func aServerShowsItselfByTheAddressOfItsProfile() {
    let text = """
      /ppp profile
      add local-address=192.0.2.1 name=p
      /ppp secret
      add name=a password=x profile=p service=l2tp
      add local-address=198.51.100.1 name=b password=x profile=p service=l2tp
      add name=c password=x service=l2tp
      """
    let found = rows(.tunnels, of: text, "6.49.10")
    #expect(found.map { $0.word("answers-from") } == ["192.0.2.1", "198.51.100.1", "-"])
    #expect(found.first?.cell("auth")?.certain == ["mschap1", "mschap2"])
  }
}
