import Foundation
import Testing

/// First contact: what the owner of a router in its default configuration is told.
@Suite struct HomeRouterTests {
  private static let folder = "Samples/home-router"

  /// All of `recommended`, errors first as a reader would take them up.
  @Test(arguments: ["v6", "v7"])
  func theOwnerIsToldOfFewThingsToDo(version: String) throws {
    let result = try jalur("audit", "\(Self.folder)/\(version).rsc", in: AuditTests.root)
    let findings = result.output.split(separator: "\n").filter {
      ["error[", "warning[", "info["].contains(where: $0.hasPrefix)
    }
    #expect(
      findings == [
        "warning[bandwidth-server]: the bandwidth test server is on",
        "warning[ssh-strong-crypto]: SSH takes weak ciphers, hashes and keys",
        "error[svc-cleartext]: 4 of telnet, ftp, www and api are on, and speak in clear text",
        "warning[svc-tls-no-cert]: service api-ssl has no certificate, or takes versions of TLS that are broken",
      ], "\(result.output)")
    #expect(!result.output.contains("unknown"), "\(result.output)")
  }

  @Test(arguments: ["v6", "v7"]) func theExportIsOneOfARouter(version: String) throws {
    let path = "\(Self.folder)/\(version).rsc"
    let parsed = try jalur("parse", path, in: AuditTests.root)
    #expect(parsed.status == 0 && parsed.output.hasSuffix(" statements, all understood\n"))
    #expect(try jalur("fmt", "--check", path, in: AuditTests.root).status == 0)
  }

  /// The commands that the report says, typed by the owner, leave nothing to say.
  @Test(arguments: ["v6", "v7"]) func theirFixesMendThem(version: String) throws {
    let url = AuditTests.root.appending(path: "\(Self.folder)/\(version).rsc")
    let export = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let fixes = """
      /tool bandwidth-server set enabled=no
      /ip ssh set strong-crypto=yes
      /ip service set telnet,ftp,www,api disabled=yes
      /ip service set api-ssl disabled=yes

      """
    let result = try jalur("audit", "-", input: export + fixes, in: AuditTests.root)
    #expect(result.status == 0 && result.output.hasSuffix(" no findings\n"), "\(result.output)")
  }
}
