import Audit
import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Large fleets: each of these takes seconds, and took minutes when rows were compared with all others.
@Suite struct ScaleTests {
  private static func router(_ end: Int, _ far: Int, as number: Int, count: Int) -> String {
    let numbers = 0..<count
    func address(_ host: Int, _ end: Int) -> String { "10.1.\(host / 64).\(host % 64 * 4 + end)" }
    let addresses = numbers.map { "add address=\(address($0, end))/30 interface=vlan\($0)\n" }
    let templates = numbers.map { "add as=\(number) name=t\($0)\n" }
    let connections = numbers.map {
      "add local.role=ebgp name=c\($0) remote.address=\(address($0, far)) .as=64497 templates=t\($0)\n"
    }
    return "/ip address\n" + addresses.joined() + "/routing bgp template\n" + templates.joined()
      + "/routing bgp connection\n" + connections.joined()
  }

  @Test func manySessionsFindTheirFarEnds() throws {
    let found = try findings(
      "select: { view: bgp-sessions, where: { disabled: [yes, no] } }\nexpect: { remote-as: $far.local-as }",
      message: "m",
      in: Self.router(1, 2, as: 64496, count: 2000), Self.router(2, 1, as: 64497, count: 2000))
    #expect(found.count == 2000 && found.allSatisfy { $0.outcome == .fail })
  }

  @Test func manyTunnelsFindTheirProfilesAndAddresses() throws {
    let numbers = 0..<2000
    let text =
      "/ppp profile\n" + numbers.map { "add bridge=b\($0) name=p\($0)\n" }.joined()
      + "/interface l2tp-client\n"
      + numbers.map { "add connect-to=192.0.2.1 disabled=no name=t\($0) profile=p\($0)\n" }.joined()
      + "/ip address\n"
      + numbers.dropFirst().map { "add address=10.2.\($0 / 256).\($0 % 256)/32 interface=b\($0)\n" }
      .joined()
    let rule =
      "select: { view: tunnels, where: { disabled: [yes, no] } }\n"
      + "expect: { find: { view: addresses, where: { disabled: no, interface: $this.bridge } } }"
    let found = try findings(rule, message: "'{bridge}'", in: text)
    #expect(found.map(\.headline) == ["b0"])
  }
}

/// Routers that are judged at once and in any order say what they say one after the other.
@Suite struct RouterAuditTests {
  @Test func routersMayBeJudgedInAnyOrder() async throws {
    let rule = try readRule(
      SourceFile(
        name: "a.yaml",
        text: """
          id: a
          severity: error
          message: "{far.device}"
          why: w
          fix: f
          select: { view: bgp-sessions, where: { disabled: [yes, no] } }
          expect: { remote-as: $far.local-as }
          """))
    let policies = try PolicySet([rule])
    let devices = (0..<40).map { number in
      let (own, far) = (number % 2 + 1, 2 - number % 2)
      let text = """
        # 2024-11-20 09:14:07 by RouterOS 7.18.2
        /ip address
        add address=10.2.\(number / 2).\(own)/30 interface=ether1
        /routing bgp connection
        add as=\(64496 + own) local.role=ebgp name=c remote.address=10.2.\(number / 2).\(far) .as=64500
        """
      return Device(
        lower(parse(SourceFile(name: "\(number).rsc", text: text))), path: "\(number).rsc")
    }
    let plain = audit(Fleet(devices), by: policies)
    let fleet = Fleet(devices)
    let audits = await withTaskGroup(of: (Int, RouterAudit).self) { group in
      for place in devices.indices.reversed() {
        group.addTask {
          fleet.prepareEnds(of: place)
          let audit = RouterAudit(of: place, in: fleet, by: policies)
          fleet.forgetRows(of: place)
          return (place, audit)
        }
      }
      var audits: [Int: RouterAudit] = [:]
      for await (place, audit) in group { audits[place] = audit }
      return devices.indices.compactMap { audits[$0] }
    }
    let found = audit(fleet, by: policies, after: audits)
    #expect(plain.count == 40)
    #expect(found.map(\.fingerprint) == plain.map(\.fingerprint))
    #expect(found.map(\.headline) == plain.map(\.headline))
  }
}
