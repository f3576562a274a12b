import Foundation
import Testing

/// Each single repair of the paper's network undone gives its finding back, and no others but those that
/// follow from it.
@Suite struct RepairTests {
  private static let project = """
    language: 1
    exports: [.]
    policies: [failover, fleet, secrets]
    devices:
      client: { export: client.rsc }
      server: { export: server.rsc, known-as: [203.0.113.240] }
    sites:
      campus:
        devices: [client, server]
        paths:
          - { name: fibre, interfaces: { client: ether1, server: sfp1 } }
          - { name: mobile, interfaces: { client: [lte1, bridge1], server: bridge1 } }
        lans: { client: 10.71.4.0/24, server: 10.10.0.0/16 }

    """

  static let repairs =
    Repair.ofRoutes + Repair.ofTheTunnel + Repair.ofBothEnds + Repair.ofSessions + Repair.ofSecrets

  /// The export of a router, a statement a line.
  private static func repaired(_ router: Repair.Router) throws -> String {
    let path = SampleTests.folder.appending(path: "repaired-v7/\(router).rsc")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    return text.replacing(/\\\n +/, with: "")
  }

  /// How often each rule has each outcome.
  private static func audit(_ edits: [Repair.Edit]) throws -> [String: [String: Int]] {
    var texts: [String: String] = ["jalur.yaml": project]
    for router in [Repair.Router.client, .server] {
      var text = try repaired(router)
      for edit in edits where edit.router == router {
        text = try #require(edit.applied(to: text), "\(edit.line): \(edit.old)")
      }
      texts["\(router).rsc"] = text
    }
    let folder = try RuleFolder(texts)
    let result = try jalur("audit", "--format", "json", in: folder.folder)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]], "\(result)")
    return findings.reduce(into: [:]) { counts, finding in
      counts["\(finding["outcome"] ?? "")", default: [:]]["\(finding["rule"] ?? "")", default: 0] +=
        1
    }
  }

  private static let repairedPair = Result { try audit([]) }

  @Test func theRepairedPairBreaksNothing() throws {
    #expect(try Self.repairedPair.get()["fail"] == nil)
  }

  @Test(arguments: repairs) func undoneItIsFound(repair: Repair) throws {
    let before = try Self.repairedPair.get()["unknown"] ?? [:]
    let now = try Self.audit(repair.edits)
    #expect(Set(now["fail", default: [:]].keys) == Set(repair.fails))
    let unknown = now["unknown", default: [:]].filter { $0.value > before[$0.key, default: 0] }
    #expect(Set(unknown.keys) == Set(repair.unknown))
  }

  /// What the pair cannot break in an export of RouterOS 7, and what `strict` alone asks.
  private static let beside: Set<String> = [
    "recursive-probe-pinned", "tunnel-mtu-fits",
    "user-password-not-checkable", "vrrp-consistency",
  ]

  @Test(arguments: ["failover", "fleet", "secrets"])
  func everyRuleOfThePackIsBroken(pack: String) throws {
    let folder = AuditTests.root.appending(path: "Policies/\(pack)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let rules = Set(
      names.filter { $0.hasSuffix(".yaml") && $0 != "pack.yaml" }.map { $0.dropLast(5) })
    let broken = Set(Self.repairs.flatMap { $0.fails + $0.unknown }.map { Substring($0) })
    #expect(rules.subtracting(broken).subtracting(Self.beside.map { Substring($0) }).isEmpty)
  }
}
