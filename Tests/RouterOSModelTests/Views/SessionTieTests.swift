import RouterOSModel
import Testing

/// Which sessions with one AS are equally good.
@Suite struct SessionTieTests {
  private static let networks = """
    /ip address
    add address=192.0.2.2/24 interface=ether1
    add address=198.51.100.2/24 interface=ether2
    /routing bgp connection

    """

  private func ties(_ sessions: String..., filters: String = "") -> [String] {
    let lines = sessions.map { "add as=64496 local.role=ebgp \($0)\n" }.joined()
    return rows(.bgpSessions, of: Self.networks + lines + filters).map {
      words($0, "ties-with", "tie-winner").joined(separator: " ")
    }
  }

  private static let fibre = "name=fibre remote.address=192.0.2.1 .as=64497"
  private static let mobile = "name=mobile remote.address=198.51.100.1 .as=64497"

  @Test func thoseWithOneASByTwoInterfacesAreEquallyGood() {
    #expect(ties(Self.fibre, Self.mobile) == ["- -", "fibre fibre"])
    #expect(ties(Self.mobile, Self.fibre) == ["- -", "mobile fibre"])
  }

  @Test(arguments: [
    "name=mobile remote.address=198.51.100.1 .as=64498",
    "name=mobile remote.address=192.0.2.9 .as=64497",
    "disabled=yes name=mobile remote.address=198.51.100.1 .as=64497",
    "name=mobile remote.address=198.51.100.1 .as=64497 afi=ipv6",
    "name=mobile remote.address=198.51.100.1 .as=64497 vrf=other",
  ]) func othersAreNot(session: String) {
    #expect(ties(Self.fibre + " afi=ip", session) == ["- -", "- -"])
  }

  @Test func filtersTellThemApart() {
    let filters = """
      /routing filter rule
      add chain=main rule="set bgp-local-pref 200; accept"
      add chain=odd rule="set bgp-local-pref +1; accept"
      """
    #expect(ties(Self.fibre + " input.filter=main", Self.mobile, filters: filters)[1] == "- -")
    #expect(
      ties(Self.fibre + " input.filter=odd", Self.mobile, filters: filters) == ["- -", "? ?"])
    #expect(
      ties(Self.fibre, Self.mobile + " input.filter=odd", filters: filters) == ["- -", "? ?"])
  }

  @Test func filtersTellApartWhatLeavesByAnyInterface() {
    let filters = """
      /routing filter rule
      add chain=main rule="set bgp-local-pref 200; accept"
      """
    let stray = "name=mobile remote.address=203.0.113.1 .as=64497"
    #expect(ties(Self.fibre, stray) == ["- -", "? ?"])
    let main = Self.fibre + " input.filter=main"
    #expect(ties(main, stray, filters: filters) == ["- -", "- -"])
    #expect(ties(stray, main, filters: filters) == ["- -", "- -"])
  }
}
