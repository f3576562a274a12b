import Diagnostics
import Policy
import PolicyTesting
import Report
import RouterOSSyntax
import SourceText
import Testing

/// A rule that feeds on `distance` and knows an unknown.
private let tie = """
  id: tie
  severity: error
  message: two default routes in table {routing-table} share distance {distance}
  why: one is enough
  fix: change one
  select: { view: default-routes, where: { disabled: no } }
  per: routing-table
  expect: { strictly-ordered: distance }
  """

/// What is wrong with a page, as the program prints it; throws what makes it no page.
private func run(_ page: String, by rule: String = tie) throws -> PageOutcome {
  let rule = try readRule(SourceFile(name: "tie.yaml", text: rule))
  return try runPage(try readPage(SourceFile(name: "tie.md", text: page)), of: rule)
}

private func discrepancies(_ page: String) throws -> [String] {
  try run(page).discrepancies.map { String(renderErrorsWithColumns([$0]).dropLast()) }
}

private let equal = """
  # Title
  ```rsc
  /ip route
  add distance=1 gateway=192.0.2.1
  #   ----------
  add distance=1 gateway=192.0.2.2
  #   ^^^^^^^^^^
  ```

  """

@Suite struct MarkTests {
  @Test func aMarkClaimsWhatIsFoundAtItsColumns() throws {
    #expect(try discrepancies(equal).isEmpty)
  }

  @Test func aMarkBesideTheFindingFailsInBothDirections() throws {
    let page = equal.replacing("#   ^^^^^^^^^^", with: "#    ^^^^^^^^^")
    #expect(
      try discrepancies(page) == [
        "tie.md:6:5-14: nothing marks this fail: two default routes in table main share distance 1",
        "tie.md:6:6-14: this mark expects a fail, and none is here",
      ])
  }

  @Test func theKindOfAMarkCounts() throws {
    #expect(try discrepancies(equal.replacing("^", with: "?")).count == 2)
    let related = equal.replacing("#   ^^^^^^^^^^", with: "#   ----------")
    #expect(try discrepancies(related).count == 2)
  }

  @Test func relatedLabelsNeedNoMark() throws {
    #expect(try discrepancies(equal.replacing("#   ----------\n", with: "")).isEmpty)
    let wrong = equal.replacing("#   ----------", with: "#              -----------------")
    #expect(
      try discrepancies(wrong) == [
        "tie.md:4:16-32: this mark expects a related label, and none is here"
      ])
  }

  @Test func oneMarkClaimsOneFinding() throws {
    let page = equal.replacing("#   ^^^^^^^^^^", with: "#   ^^^^^^^^^^\n#   ^^^^^^^^^^")
    #expect(
      try discrepancies(page) == ["tie.md:6:5-14: this mark expects a fail, and none is here"])
  }

  @Test func aHashThatTouchesItsMarksIsTheirFirstColumn() throws {
    let page = equal.replacing("add distance=1 gateway=192.0.2.2", with: "add gateway=192.0.2.2")
    #expect(try discrepancies(page.replacing("#   ^^^^^^^^^^", with: "#^^")).isEmpty)
    #expect(try discrepancies(page.replacing("#   ^^^^^^^^^^", with: "# ^")).count == 2)
  }

  @Test func columnsCountCodePoints() throws {
    let page = equal.replacing("add distance=1 gateway=192.0.2.2", with: "add comment=é distance=1")
      .replacing("#   ^", with: "#             ^")
    #expect(try discrepancies(page).isEmpty)
  }

  @Test func lineBreaksOfWindowsAreNoColumns() throws {
    #expect(try discrepancies(equal.replacing("\n", with: "\r\n")).isEmpty)
  }

  @Test func anUnknownIsMarkedAsOne() throws {
    let page =
      "```rsc\n/interface lte\nset [ find default-name=lte1 ] name=lte1\n#^^\n/ip route\n"
      + "add distance=2 gateway=192.0.2.1\n```\n"
    #expect(try discrepancies(page.replacing("#^^", with: "#??")).isEmpty)
    #expect(
      try discrepancies(page).contains {
        $0.contains(":3:1-3: nothing marks this unknown: cannot tell whether two default routes")
          && $0.contains("may add a default route of its own")
      })
  }

  @Test func aFindingInsideACommandThatGoesOnSaysHowToMarkIt() throws {
    let page = equal.replacing(
      "add distance=1 gateway=192.0.2.2\n#   ^^^^^^^^^^", with: "add distance=\\\n    1 gateway=a")
    #expect(
      try discrepancies(page).map { $0.hasSuffix("; write it in one line to mark it") } == [true])
  }

  @Test func anExampleThatCannotBeReadNeverHolds() throws {
    let page = "```rsc\n/ip route\nadd gateway=\"192.0.2.1\n#^^\n```\n"
    #expect(try discrepancies(page).contains { $0.contains("this cannot be read: ") })
  }
}

@Suite struct PageTests {
  @Test func blocksWithoutNamesStandAlone() throws {
    let block = "```rsc\n/ip route\nadd gateway=192.0.2.1\n```\n"
    let page = try readPage(SourceFile(name: "a.md", text: block + block))
    #expect(page.examples.map(\.blocks.count) == [1, 1])
  }

  @Test func namedBlocksUnderOneHeadingAreAFleet() throws {
    let text =
      "# A\n```rsc one 6.48\n/ip route\n```\n```rsc 7 two\n/ip route\n```\n"
      + "## B\n```rsc one\n/ip route\n```\n"
    let page = try readPage(SourceFile(name: "a.md", text: text))
    #expect(page.examples.map { $0.blocks.map(\.device) } == [["one", "two"], ["one"]])
    #expect(page.examples[0].blocks.map { $0.version?.major } == [6, 7])
    #expect(page.examples[0].blocks.map(\.file.name) == ["one.rsc", "two.rsc"])
  }

  @Test func theReleaseDecidesDefaults() throws {
    func count(_ release: String) throws -> Int {
      try discrepancies(
        "```rsc \(release)\n/ip dhcp-client\nadd interface=ether1\n/ip route\nadd gateway=192.0.2.1\n```\n"
      ).count
    }
    #expect(try count("6.48") == 0)
    #expect(try count("6") == 0)
    #expect(try count("7.16") == 1)
    #expect(try count("7") == 1)
    #expect(try count("") == 1)
  }

  @Test(arguments: [
    ("text", "2:1: no example stands above"), ("", "2:1: a block must say what it is"),
    ("rcs", "2:4: unknown block 'rcs'; did you mean 'rsc'?"),
    ("sh", "2:4: unknown block 'sh'; expected one of rsc, text, yaml"),
    ("yaml", "2:1: expected 'yaml jalur.yaml', the project of the examples here"),
    ("yaml jalur.yml", "2:9: expected 'yaml jalur.yaml'"),
    ("yaml jalur.yaml", "2:1: no example stands under the heading of this project"),
    ("rsc partial", "2:8: a partial export cannot be tried yet"),
    ("rsc fix", "2:8: a fix cannot be tried yet"),
    ("rsc partail", "2:8: unknown word 'partail'; did you mean 'partial'?"),
    ("rsc 64.8", "2:8: '64.8' is no release; expected one such as 6.48, 7 or 7.16"),
    ("rsc 7 6.48", "2:10: a second release"), ("rsc a b", "2:10: a second name"),
    ("rsc ../a", "2:8: '../a' is no name of a device"),
  ])
  func refusesWithAPlace(words: String, message: String) {
    let file = SourceFile(name: "a.md", text: "# A\n```\(words)\n/ip route\n```\n")
    do throws(SourceError) {
      _ = try readPage(file)
      Issue.record("'\(words)' must be refused")
    } catch {
      #expect(renderError(error).hasPrefix("a.md:\(message)"), "\(renderError(error))")
    }
  }

  @Test(arguments: [
    ("", "1:1: the page shows no example"),
    ("```rsc\n/ip route\n", "1:1: this block is never closed"),
    (" ```rsc\n```\n", "1:1: a block must begin at the start of its line"),
    ("```rsc a\n```\n```rsc a\n```\n", "3:8: a second device 'a' under one heading"),
    ("```rsc a\n```\n```text\n```\n```rsc b\n```\n", "5:8: device 'b' stands behind the report"),
    ("```rsc\n```\n```text\n```\n```text\n```\n", "5:1: a second report on one example"),
    ("```rsc\n```\n## B\n```text\n```\n", "4:1: no example stands above this report"),
    ("```rsc\n```\n```text a\n```\n", "3:9: nothing may follow 'text'"),
    ("```rsc\n# ^^^\n```\n", "2:1: no line stands above this mark"),
    ("```rsc\nadd\n# ^^^\n```\n", "3:3: this mark reaches beyond the line above it"),
    ("```rsc\nadd \\\n# ^^\na=b\n```\n", "3:1: a mark stands below the whole command"),
  ])
  func refusesAPageWithAPlace(text: String, message: String) {
    do throws(SourceError) {
      _ = try readPage(SourceFile(name: "a.md", text: text))
      Issue.record("'\(text)' must be refused")
    } catch {
      #expect(renderError(error).hasPrefix("a.md:\(message)"), "\(renderError(error))")
    }
  }

  @Test func aBadRuleIsRefusedWithItsPlace() {
    #expect(throws: SourceError.self) {
      try run(equal, by: tie.replacing("distance }", with: "x }"))
    }
  }

  /// Whatever the bytes, a page is read or refused with a place in it.
  @Test func survivesAnyBytes() {
    let alphabet = Array(
      "# \n```rsc\n/ip route\nadd distance=1\n#   ^^^\n```text\n ~?-\\é\r6.7".utf8)
    for seed in UInt64(1)...400 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      let bytes = (0..<200).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let file = SourceFile(name: "random", bytes: Array("```rsc\n".utf8) + bytes)
      do throws(SourceError) { #expect(!(try readPage(file)).examples.isEmpty) } catch {
        #expect(Int(error.primary.span.end) <= file.bytes.count, "seed \(seed)")
        #expect(!renderErrorsWithColumns([error]).isEmpty)
      }
    }
  }
}

@Suite struct ReportTests {
  @Test func aReportIsComparedAndRewrittenInPlace() throws {
    let page = equal + "Prose before.\n\n```text\nwrong\n```\nProse after.\n"
    let outcome = try run(page)
    #expect(outcome.discrepancies.isEmpty && !outcome.holds)
    #expect(
      outcome.staleReports.map(renderError) == [
        "tie.md:12:1: this report is not what an audit says now; see jalur test --update"
      ])
    let updated = String(decoding: outcome.updated, as: UTF8.self)
    #expect(updated.hasPrefix(equal + "Prose before.\n\n```text\nerror[tie]: two default routes"))
    #expect(updated.contains(" --> example.rsc:4:5\n"))
    #expect(updated.hasSuffix("1 export, 2 statements, 1 rule: 1 error\n```\nProse after.\n"))
    #expect(try run(updated).holds)
  }

  @Test func aReportHasTheLineBreaksOfItsPage() throws {
    let page = (equal + "```text\n```\n").replacing("\n", with: "\r\n")
    let updated = String(decoding: try run(page).updated, as: UTF8.self)
    #expect(!updated.replacing("\r\n", with: "").contains("\n"))
    #expect(try run(updated).holds)
  }

  @Test func aPageWithoutReportsStaysAsItIs() throws {
    #expect(try run(equal).updated == Array(equal.utf8))
  }

  @Test func onlyTheRuleOfThePageRuns() throws {
    let page = "```rsc\n/ppp secret\nadd name=a password=b\n```\n"
    #expect(try run(page).holds)
  }
}
