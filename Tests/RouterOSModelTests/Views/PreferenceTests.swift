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
    #expect(new("set bgp-local-pref +10; accept") == "?")
    #expect(new("if (dst in 10.0.0.0/8) {if (a) {reject}} ; accept") == "?")
    #expect(old("action=jump jump-target=other") == "?")
    #expect(old("action=accept", filter: "in-filter=x disabled=no") == "none")
  }

  @Test func nothingPassesAnEmptyChainOfRouterOS7() {
    #expect(new() == "in nothing")
    #expect(old() == "none")
    #expect(new("reject", "set bgp-local-pref 200; accept") == "in nothing")
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
