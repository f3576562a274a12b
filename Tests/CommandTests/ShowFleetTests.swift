import Foundation
import Testing

/// The tables of `jalur show` that look at all routers together.
@Suite struct ShowFleetTests {
  private static let folder = "Samples/polsri/published-v7"

  private func show(_ arguments: String...) throws -> (status: Int32, output: String, error: String)
  {
    try runProgram(program, ["show"] + arguments, in: AuditTests.root)
  }

  @Test func linksNameBothEndsAndTheMeans() throws {
    let result = try show("links", "\(Self.folder)/client.rsc", "\(Self.folder)/server.rsc")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      result.output == """
        kind  device  row               far     far-row        by
        bgp   client  Peer link FO      server  Peer link FO   addresses
        bgp   client  Peer link LTE     server  Peer link LTE  addresses
        l2tp  client  client l2tp-out1  server  server test1   user

        """)
    let turned = try show("links", "\(Self.folder)/server.rsc", "\(Self.folder)/client.rsc")
    #expect(turned.output == result.output)
  }

  @Test func aFarEndThatIsNotHereIsExplained() throws {
    let result = try show("far-ends", "\(Self.folder)/client.rsc")
    #expect(result.status == 0)
    #expect(
      result.output.contains("? the far end of 'Peer link FO' on client: no export here holds"))
    #expect(result.output.contains("  to know: audit the export of that router, too"))
  }

  @Test func neighboursShareSubnets() throws {
    let output = try show("neighbours", Self.folder).output
    #expect(output.contains("subnet  10.1.1.0/25    client  ether1   10.1.1.71/25   30"))
    #expect(try show("duplicates", Self.folder).output == "no duplicates\n")
    let twice = try show(
      "duplicates", "\(Self.folder)/client.rsc", "Samples/polsri/published-v6/client.rsc")
    #expect(twice.output.contains("address  10.1.1.71      Samples/polsri/published-v6/client.rsc"))
  }

  @Test(arguments: ["duplicates", "far-ends", "links", "neighbours"])
  func eachTableIsOneObjectOfJSON(table: String) throws {
    let output = try show(table, "--format", "json", Self.folder).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["view"] as? String == table)
    #expect(object.values.contains { $0 is [Any] })
  }

  @Test func endsInJSONHaveTheirPlaces() throws {
    let output = try show("links", "--format", "json", Self.folder).output
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let links = try #require(object?["links"] as? [[String: Any]])
    let ends = try #require(links.first?["ends"] as? [[String: Any]])
    #expect(ends.map { $0["line"] as? Int } == [44, 23])
    #expect(ends.map { $0["view"] as? String } == ["bgp-sessions", "bgp-sessions"])
  }

  /// A secret that another line repeats is hidden in titles, as everywhere.
  @Test func secretsAreHidden() throws {
    let output = try show("far-ends", "Samples/polsri/published-v6").output
    #expect(output.contains("server <secret>") && !output.contains("test1"))
  }

  @Test func wrongUseEndsInOneSentence() throws {
    #expect(try show("links", "--origins", Self.folder).status == 2)
    let columns = try show("links", "--columns", "kind", Self.folder)
    #expect(
      columns.error == "jalur: 'links' is one table of all routers, without --columns\n")
    #expect(try show("links", "nowhere.rsc").status == 2)
    #expect(try show("lnks", Self.folder).error.contains("did you mean 'links'?"))
    #expect(try show("links").output.hasPrefix("kind "))
  }
}
