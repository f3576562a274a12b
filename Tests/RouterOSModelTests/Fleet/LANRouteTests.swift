import RouterOSModel
import Testing

/// How routers learn the way back to networks that a project promises.
@Suite struct LANRouteTests {
  private static let client = """
    /ip address
    add address=192.0.2.1/30 interface=ether1
    add address=198.51.100.1/30 interface=ether2
    add address=10.1.0.1/24 interface=ether3
    /ip firewall address-list
    add address=10.1.0.0/24 list=own
    /routing bgp connection
    add as=64496 local.role=ebgp name=main output.network=own remote.address=192.0.2.2 .as=64497
    add as=64496 local.role=ebgp name=spare remote.address=198.51.100.2 .as=64497

    """
  private static let server = """
    /ip address
    add address=192.0.2.2/30 interface=ether1
    add address=198.51.100.2/30 interface=ether2
    /routing bgp connection
    add as=64497 local.role=ebgp name=main remote.address=192.0.2.1 .as=64496
    add as=64497 local.role=ebgp name=spare remote.address=198.51.100.1 .as=64496

    """

  /// The rows of the client in words: path, session, learned.
  private func learned(_ client: String, _ server: String, absent: [String] = []) -> [String] {
    let paths = [("FO", "ether1"), ("LTE", "ether2")].map { name, interface in
      FleetFacts.Path(name: name, watch: nil, interfaces: [0: [interface], 1: [interface]])
    }
    var facts = FleetFacts()
    facts.sites = [
      FleetFacts.Site(
        name: "s", devices: [0, 1], paths: paths,
        lans: [FleetFacts.LAN(device: 0, prefix: IPPrefix("10.1.0.0/24") ?? Self.nowhere)],
        absent: absent)
    ]
    let devices = [client, server].enumerated().map { place, text in
      device(
        headerOfRouterOS("7.16") + text + "/system identity\nset name=r\(place)\n",
        path: "\(place).rsc")
    }
    return Fleet(devices, facts: facts).rows(.lanRoutes, of: 0).map { row in
      ["path", "session", "learned"].map { row.word($0) }.joined(separator: " ")
    }
  }

  private static let nowhere = IPPrefix(IPAddress(family: .ip, bits: 0), length: 0)

  @Test func eachPathMustCarryTheNetwork() {
    #expect(learned(Self.client, Self.server) == ["FO main bgp", "LTE spare nothing"])
    let both = Self.client.replacing("name=spare", with: "name=spare output.network=own")
    #expect(learned(both, Self.server) == ["FO main bgp", "LTE spare bgp"])
  }

  @Test func theOtherRouterMayKeepItOut() {
    let filtered = Self.server.replacing("name=main", with: "input.filter=x name=main")
    let reject = "/routing filter rule\nadd chain=x rule=\"reject\"\n"
    let accept = "/routing filter rule\nadd chain=x rule=\"if (dst in 10.0.0.0/8) {accept}\"\n"
    #expect(learned(Self.client, filtered + reject).first == "FO main nothing")
    #expect(learned(Self.client, filtered + accept).first == "FO main bgp")
    #expect(learned(Self.client, filtered).first == "FO main ?")
  }

  @Test func aLineOfTheOtherRouterLeadsThere() {
    let route = "/ip route\nadd dst-address=10.1.0.0/16 gateway=198.51.100.1\n"
    #expect(learned(Self.client, Self.server + route).last == "LTE spare static")
    let elsewhere = "/ip route\nadd gateway=203.0.113.1%ether2\n"
    #expect(learned(Self.client, Self.server + elsewhere).last == "LTE spare nothing")
    let here = "/ip route\nadd gateway=198.51.100.1\n"
    #expect(learned(Self.client, Self.server + here).last == "LTE spare static")
  }

  @Test func partsOfANetworkAreNotTheWhole() {
    let parts = "/ip route\nadd dst-address=10.1.0.0/25 gateway=198.51.100.1\n"
    #expect(learned(Self.client, Self.server + parts).last == "LTE spare ?")
  }

  @Test func endsMustSpeakOfTheFamily() {
    let silent = Self.server.replacing("name=main", with: "address-families=ipv6 name=main")
    #expect(learned(Self.client, silent).first == "FO main nothing")
  }

  @Test func theOnlyInterfaceOfAPathIsTheWayOut() {
    let nat = "/ip firewall nat\nadd action=masquerade chain=srcnat out-interface=ether2\n"
    func without(_ text: String) -> String {
      String(text.prefix(upTo: text.firstRange(of: "/routing")?.lowerBound ?? text.endIndex))
    }
    #expect(
      learned(without(Self.client) + nat, without(Self.server)) == ["FO - nothing", "LTE - nat"])
  }

  @Test func sourceNATHidesIt() {
    func nat(_ rule: String) -> String? {
      learned(Self.client + "/ip firewall nat\n\(rule)\n", Self.server).last
    }
    #expect(nat("add action=masquerade chain=srcnat out-interface=ether2") == "LTE spare nat")
    #expect(nat("add action=masquerade chain=srcnat out-interface=ether1") == "LTE spare nothing")
    #expect(
      nat("add action=masquerade chain=srcnat out-interface=ether2 src-address=10.1.0.0/16")
        == "LTE spare nat")
    #expect(
      nat("add action=masquerade chain=srcnat out-interface=ether2 src-address=10.2.0.0/16")
        == "LTE spare nothing")
    #expect(
      nat("add action=masquerade chain=srcnat out-interface=ether2 protocol=tcp") == "LTE spare ?")
    #expect(
      nat(
        "add action=accept chain=srcnat out-interface=ether2\nadd action=masquerade chain=srcnat out-interface=ether2"
      ) == "LTE spare nothing")
  }

  @Test func anExportThatIsNotHereIsUnknown() {
    #expect(
      learned(Self.client, Self.server, absent: ["third"]).suffix(2) == ["FO - ?", "LTE - ?"])
    let other = "add as=64497 local.role=ebgp name=x remote.address=203.0.113.9 .as=64500\n"
    #expect(learned(Self.client, Self.server + other).last == "LTE spare ?")
  }
}
