import Foundation
import Testing

/// `jalur show` sees what an audit by the same project sees.
@Suite struct ShowProjectTests {
  private static let header = "# 2026-01-01 00:00:00 by RouterOS 7.18\n"
  private static let files = [
    "jalur.yaml": """
    language: 1
    exports: [.]
    devices:
      edge: { export: edge.rsc, untrusted: [ether2] }
      core: { export: core.rsc, known-as: [203.0.113.9] }
    sites:
      campus:
        devices: [edge, core]
        paths:
          - { name: fibre, watch: gateway, interfaces: { edge: ether1, core: ether1 } }
          - { name: mobile, interfaces: { edge: ether2, core: ether2 } }
        lans: { edge: 198.51.100.0/24 }
    others: [192.0.2.128/25]

    """,
    "edge.rsc": header + """
      /ip address
      add address=192.0.2.2/25 interface=ether1
      add address=198.51.100.1/24 interface=ether5
      /ip route
      add gateway=192.0.2.1
      /routing bgp connection
      add as=64496 local.role=ebgp name=isp remote.address=192.0.2.200 .as=64500

      """,
    "core.rsc": header + """
      /ip address
      add address=192.0.2.1/25 interface=ether1
      /interface l2tp-client
      add connect-to=192.0.2.2 disabled=no name=l2tp-out1 user=a

      """,
  ]

  private func show(_ arguments: String..., from folder: String = "") throws -> (
    status: Int32, output: String, error: String
  ) {
    let rules = try RuleFolder(Self.files.merging(["deep/none.txt": ""]) { $1 })
    return try runProgram(
      program, ["show", "--width", "200"] + arguments, in: rules.folder.appending(path: folder))
  }

  @Test func pathsAndRanksAreShown() throws {
    let result = try show("default-routes", "--columns", "gateway,site,path,rank,watch", "edge.rsc")
    #expect(result.status == 0, "\(result.error)")
    #expect(
      result.output.contains("192.0.2.1  campus  fibre  main  gateway"), "\(result.output)")
    let all = try show("default-routes", "--format", "json", "edge.rsc").output
    #expect(all.contains("\"path\":{\"value\":\"fibre\""), "\(all)")
  }

  @Test func theProjectIsFoundUpwardsOrGiven() throws {
    let above = try show("default-routes", "--columns", "path", "../edge.rsc", from: "deep")
    #expect(above.output.contains("fibre"), "\(above)")
    let given = try show(
      "default-routes", "--columns", "path", "--config", "jalur.yaml", "edge.rsc")
    #expect(given.output.contains("fibre"), "\(given)")
    let alone = try show("default-routes", "--columns", "distance", "edge.rsc")
    #expect(!alone.output.contains("fibre"))
  }

  @Test func trustKnownAddressesAndPromisedNetworksAreShown() throws {
    let trust = try show("interfaces", "--columns", "name,trust", "edge.rsc").output
    #expect(trust.contains("ether2  untrusted") || trust.contains("ether1  trusted"), "\(trust)")
    let known = try show("tunnels", "--columns", "name,known-as", "core.rsc").output
    #expect(known.contains("203.0.113.9"), "\(known)")
    let lans = try show("lan-routes", "--columns", "prefix,path,learned", ".").output
    #expect(lans.contains("198.51.100.0/24  fibre"), "\(lans)")
  }

  @Test func whatIsNotOursIsOutside() throws {
    #expect(try show("far-ends", "edge.rsc", "core.rsc").output.contains("outside"))
    let json = try show("far-ends", "--format", "json", "edge.rsc", "core.rsc").output
    #expect(json.contains("\"far\":\"outside\""), "\(json)")
  }

  @Test func aWrongProjectEndsWithTwo() throws {
    let rules = try RuleFolder(["jalur.yaml": "language: 2\n", "a.rsc": "/ip dns\n"])
    let result = try jalur("show", "addresses", "a.rsc", in: rules.folder)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("jalur: jalur.yaml:1:11: language '2'"))
  }
}
