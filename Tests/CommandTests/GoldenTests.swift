import Foundation
import TestSupport
import Testing

/// What the audit prints of each sample, byte for byte; which rule must find what stands in `AuditTests`.
@Suite struct GoldenTests {
  private static let mutants =
    (try? FileManager.default.contentsOfDirectory(
      atPath: SampleTests.folder.appending(path: "broken").path)) ?? []

  static let folders =
    ["published-v6", "published-v7", "repaired-v7"] + mutants.sorted().map { "broken/\($0)" }

  @Test func everyMutantHasAGolden() { #expect(Self.mutants.count >= 10) }

  @Test(arguments: folders) func theAuditIsTheGolden(folder: String) throws {
    let result = try jalur("audit", "Samples/polsri/\(folder)", in: AuditTests.root)
    let golden = SampleTests.folder.appending(path: "\(folder)/audit.txt")
    let complaint = try difference(of: result.output, from: golden)
    #expect(complaint == nil, "\(complaint ?? "")")
    #expect(
      result.status
        == (result.output.contains("\nerror[") || result.output.hasPrefix("error[") ? 1 : 0))
  }
}
