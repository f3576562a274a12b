import Diagnostics
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
