import Foundation
import TestSupport
import Testing

/// `jalur show` as people and programs use it; which cells are right stands in `ViewTests`.
@Suite struct ShowTests {
  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  private static let router = """
    # 2024-01-02 03:04:05 by RouterOS 7.16
    /ip address
    add address=192.0.2.2/24 interface=ether1
    add address=198.51.100.1/24 interface=ether2
    /ip route
    add gateway=192.0.2.1
    add disabled=yes distance=5 gateway=198.51.100.254
    /system identity
    set name=branch
    """

  private func show(_ arguments: String..., text: String = router) throws -> (
    status: Int32, output: String, error: String
  ) {
    try runProgram(program, ["show"] + arguments, input: text)
  }

  @Test(arguments: ["published-v6", "published-v7", "repaired-v7"])
  func tablesOfTheSamplesAreTheGoldens(folder: String) throws {
    let views = try jalur("show").output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(views.count >= 5)
    var text = ""
    for view in views {
      for name in ["client", "server"] {
        let path = "Samples/polsri/\(folder)/\(name).rsc"
        let result = try jalur("show", view, path, in: AuditTests.root)
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(
          result.output.split(separator: "\n").filter(Self.isTable).allSatisfy { $0.count <= 100 })
        text += "$ jalur show \(view) \(path)\n\(result.output)"
      }
    }
    let complaint = try difference(
      of: text, from: Self.goldens.appending(path: "show-\(folder).txt"))
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  /// Sentences may be as long as they are.
  private static func isTable(_ line: Substring) -> Bool {
    !["? ", "  to know", "in all rows"].contains { line.hasPrefix($0) }
  }

  @Test func aTableFoldsWhatIsTheSameInAllRows() throws {
    let result = try show("default-routes", "--columns", "gateway,distance,disabled", "-")
    #expect(result.status == 0)
    #expect(
      result.output == """
        branch (-, RouterOS 7.16)
        line  gateway         distance  disabled
        6     192.0.2.1       1         no
        7     198.51.100.254  5         yes


        """)
    let folded = try show("addresses", "-").output
    #expect(folded.contains("in all rows: interface-type ethernet, family ip, prefix-length 24"))
  }

  @Test func aNarrowTableLosesNothing() throws {
    let result = try show("addresses", "--width", "44", "-").output
    let lines = result.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst().filter(Self.isTableLine).allSatisfy { $0.count <= 44 })
    for word in ["192.0.2.2/24", "ether1", "192.0.2.0/24", "198.51.100.0/24"] {
      #expect(result.contains(word))
    }
  }

  private static func isTableLine(_ line: Substring) -> Bool { isTable(line) }

  @Test func originsNameTheLineOrTheDefault() throws {
    let lines = try show("--origins", "default-routes", "-").output.split(separator: "\n")
    func origin(_ column: String) -> String? {
      lines.first { $0.hasPrefix("  \(column) ") }?.split(separator: " ").dropFirst(2)
        .joined(separator: " ")
    }
    #expect(lines.first == "via 192.0.2.1 in main (branch, -:6)")
    #expect(origin("gateway") == "line 6")
    #expect(origin("distance") == "default of RouterOS 7.16")
    #expect(origin("source") == "worked out")
  }

  @Test func jsonHasTypedCellsWithOrigins() throws {
    let result = try show("default-routes", "--format", "json", "-")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["view"] as? String == "default-routes")
    #expect(object["routerOS"] as? String == "7.16")
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.map { $0["line"] as? Int } == [6, 7])
    let cells = try #require(rows[1]["cells"] as? [String: [String: Any]])
    #expect(cells["distance"]?["value"] as? Int == 5)
    #expect(cells["distance"]?["origin"] as? String == "written")
    #expect(cells["distance"]?["line"] as? Int == 7)
    #expect(cells["disabled"]?["value"] as? Bool == true)
    #expect(cells["gateway"]?["value"] as? [String] == ["198.51.100.254"])
    #expect(cells["type"]?["origin"] as? String == "default")
  }

  @Test func whatIsNotKnownIsMarkedAndExplained() throws {
    let text = Self.router + "\n/ip route\nadd gateway=$next distance=7\n"
    let result = try show("default-routes", "-", text: text)
    #expect(result.output.contains("\n? "))
    #expect(result.output.contains("to know: "))
    let damaged = try show(
      "default-routes", "-", text: Self.router + "\n/ip route\nadd gateway=\"\n")
    #expect(damaged.output.contains("? the table may be incomplete"))
  }

  @Test func wrongWordsEndInOneSentence() throws {
    let view = try show("default-rotes", "-")
    #expect(view.status == 2 && view.output.isEmpty)
    #expect(view.error == "jalur: no view 'default-rotes'; did you mean 'default-routes'?\n")
    let column = try show("addresses", "--columns", "adress", "-")
    #expect(column.status == 2)
    #expect(column.error == "jalur: 'addresses' has no column 'adress'; did you mean 'address'?\n")
    #expect(try show("addresses", "nowhere.rsc").status == 2)
    #expect(try show("addresses", "--width", "0", "-").status == 2)
  }

  @Test func withoutExportsItExplainsItself() throws {
    let views = try show().output
    #expect(views.contains("default-routes  "))
    #expect(try show("default-routes").output.contains("distance          the lowest wins\n"))
  }
}
