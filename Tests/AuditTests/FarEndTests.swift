import Diagnostics
import SourceText
import Testing

/// Rules that look at the other end of a session or a tunnel.
@Suite struct FarEndTests {
  private static let rule =
    "select: { view: bgp-sessions, where: { disabled: [yes, no] } }\nexpect: { remote-as: $far.local-as }"

  private static func router(_ address: String, as number: Int, to far: String, as expected: Int)
    -> String
  {
    """
    /ip address
    add address=\(address)/24 interface=ether1
    /routing bgp connection
    add as=\(number) local.role=ebgp name=far remote.address=\(far) .as=\(expected)

    """
  }

  private static let here = router("192.0.2.1", as: 64496, to: "192.0.2.2", as: 64497)

  @Test func eachEndIsHeldAgainstTheOther() throws {
    let right = Self.router("192.0.2.2", as: 64497, to: "192.0.2.1", as: 64496)
    #expect(try findings(Self.rule, message: "m", in: Self.here, right).isEmpty)
    let wrong = Self.router("192.0.2.2", as: 64499, to: "192.0.2.1", as: 64496)
    let found = try findings(Self.rule, message: "m", in: Self.here, wrong)
    #expect(found.map(\.outcome) == [.fail] && found.map(\.primary.file.name) == ["0.rsc"])
  }

  @Test func anExportThatIsNotHereIsUnknown() throws {
    #expect(try findings(Self.rule, message: "m", in: Self.here).map(\.outcome) == [.unknown])
  }

  @Test func anEndThatNothingAnswersIsNotJudged() throws {
    let silent = "/ip address\nadd address=192.0.2.2/24 interface=ether1\n"
    #expect(try findings(Self.rule, message: "m", in: Self.here, silent).isEmpty)
    let any =
      "select: { view: bgp-sessions, where: { disabled: [yes, no] } }\nexpect: { any: [{ far.name: far }, { name: x }] }"
    #expect(try findings(any, message: "m", in: Self.here, silent).map(\.outcome) == [.fail])
  }

  @Test func bothEndsAreOneGroup() throws {
    let rule =
      "select: { view: bgp-sessions, where: { disabled: [yes, no] } }\nper: link\nexpect: { distinct: local-as }"
    let twin = Self.router("192.0.2.2", as: 64496, to: "192.0.2.1", as: 64496)
    let found = try findings(rule, message: "m", in: Self.here, twin)
    #expect(found.map(\.outcome) == [.fail] && found.map(\.related.count) == [1])
    #expect(try findings(rule, message: "m", in: Self.here).map(\.outcome) == [.unknown])
  }

  /// Without the addresses nobody can tell what a tunnel carries.
  @Test func columnsOfTunnelsAreUnknownWithoutAddresses() throws {
    let rule =
      "select: { view: tunnels, where: { disabled: [yes, no], inner-address: { present: yes } } }\nexpect: { user: x }"
    let text =
      "#error exporting \"/ip/address\" (timeout)\n/interface l2tp-client\n"
      + "add connect-to=192.0.2.1 disabled=no name=vpn user=y\n"
    #expect(try findings(rule, message: "m", in: text).map(\.outcome) == [.unknown])
  }

  /// What is certainly in a list decides, although the list may hold more.
  @Test func theKnownPartOfAListDecides() throws {
    let rule = """
      select: { view: tunnels, where: { disabled: no, side: client } }
      expect: { remote-endpoint: $far.known-as }
      """
    func client(_ endpoint: String) -> String {
      headerOfRouterOS6 + "/system identity\nset name=a\n/interface l2tp-client\n"
        + "add connect-to=\(endpoint) disabled=no name=vpn password=x user=u\n"
    }
    let server =
      headerOfRouterOS6 + "/system identity\nset name=b\n/interface l2tp-server server\n"
      + "set enabled=yes\n/ppp secret\nadd name=u password=x service=l2tp\n"
      + "/ip address\nadd address=192.0.2.1/24 interface=ether1\n"
    #expect(try findings(rule, message: "m", in: client("192.0.2.1"), server).isEmpty)
    let elsewhere = try findings(rule, message: "m", in: client("198.51.100.9"), server)
    #expect(elsewhere.map(\.outcome) == [.unknown])
  }
}
