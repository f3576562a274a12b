import Diagnostics
import Report
import SourceText
import Testing

private let routes = SourceFile(
  name: "router.rsc",
  text: "/ip route\nadd gateway=192.0.2.1\r\nadd distance=1 gateway=198.51.100.1\r\n")

/// The bytes of the first `text` in a file.
private func span(of text: String, in file: SourceFile) throws -> Span {
  let whole = file.text(in: Span(0, file.bytes.count))
  let range = try #require(whole.utf8.firstRange(of: text.utf8))
  let start = whole.utf8.distance(from: whole.utf8.startIndex, to: range.lowerBound)
  return Span(start, start + text.utf8.count)
}

extension String.UTF8View {
  fileprivate func firstRange(of other: String.UTF8View) -> Range<Index>? {
    indices.lazy.map { self[$0...] }.first { $0.starts(with: other) }
      .map { $0.startIndex..<index($0.startIndex, offsetBy: other.count) }
  }
}

@Suite struct DiagnosticReportTests {
  @Test func showsLinesMarksAndAdvice() throws {
    let diagnostic = Diagnostic(
      rule: "default-route-distance-tie", severity: .error, headline: "two share distance 1",
      primary: Label(routes, try span(of: "distance=1", in: routes), "distance 1"),
      related: [Label(routes, try span(of: "add", in: routes), "distance 1: the default")],
      why: "traffic may use the backup while the main path is healthy, and nobody notices it",
      fix: "give each its own", subject: "x")
    #expect(
      renderDiagnostic(diagnostic, hiding: []) == """
        error[default-route-distance-tie]: two share distance 1
         --> router.rsc:3:5
          |
        2 | add gateway=192.0.2.1
          | --- distance 1: the default
        3 | add distance=1 gateway=198.51.100.1
          |     ^^^^^^^^^^ distance 1
          |
          = why: traffic may use the backup while the main path is healthy, and nobody
                 notices it
          = fix: give each its own

        """)
  }

  @Test func hidesSecretsAndKeepsTheMarksInPlace() throws {
    let file = SourceFile(
      name: "a.rsc", text: "/ppp secret\nadd name=a password=\u{1B}[2Jx service=l2tp\n")
    let diagnostic = Diagnostic(
      rule: "r", severity: .warning, headline: "h",
      primary: Label(file, try span(of: "service=l2tp", in: file), ""), subject: "x")
    let text = renderDiagnostic(diagnostic, hiding: [try span(of: "\u{1B}[2Jx", in: file)])
    #expect(text.contains("2 | add name=a password=<secret> service=l2tp\n"))
    #expect(text.contains("  |                              ^^^^^^^^^^^^\n"))
    let shown = renderDiagnostic(diagnostic, hiding: [])
    #expect(shown.contains("password=\\u{1b}[2Jx") && !shown.contains("\u{1B}"))
  }

  @Test func namesPlacesInOtherFiles() throws {
    let far = SourceFile(name: "far.rsc", text: "/routing bgp template\nset default as=64500\n")
    let diagnostic = Diagnostic(
      rule: "r", severity: .error, outcome: .unknown, headline: "h", cause: "nobody knows",
      primary: Label(routes, Span(routes.bytes.count, routes.bytes.count), ""), isAbsent: true,
      related: [Label(far, try span(of: "as=64500", in: far), "AS 64500")], subject: "x")
    let text = renderDiagnostic(diagnostic, hiding: [])
    #expect(text.hasPrefix("unknown[r]: h\n --> router.rsc:4:1\n"))
    #expect(text.contains(" ::: far.rsc:2:13: AS 64500\n  = cause: nobody knows\n"))
  }

  @Test func survivesAnyPlace() {
    let bytes: [UInt8] = [0xC3, 0x0A, 0xFF, 0x80, 0x80, 0x80, 0x80, 0x0D, 0x0A, 0x09, 0x00]
    let file = SourceFile(name: "x", bytes: bytes)
    for start in 0...bytes.count {
      for end in start...bytes.count {
        let diagnostic = Diagnostic(
          rule: "r", severity: .info, headline: "h", primary: Label(file, Span(start, end), ""),
          subject: "x")
        let text = renderDiagnostic(diagnostic, hiding: [Span(start, end)])
        #expect(text.contains("^") && !text.unicodeScalars.contains("\u{0}"))
      }
    }
  }

  /// The line as it is shown, and the text under which the marks stand.
  private func shown(_ text: String, mark: String) throws -> (line: String, marked: String) {
    let file = SourceFile(name: "a.rsc", text: text)
    let diagnostic = Diagnostic(
      rule: "r", severity: .error, headline: "h",
      primary: Label(file, try span(of: mark, in: file), ""), subject: "x")
    let lines = renderDiagnostic(diagnostic, hiding: []).split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("1 | ") })
    let marks = try #require(lines.first { $0.hasSuffix("^") })
    let marked = zip(line, marks).filter { $1 == "^" }.map(\.0)
    return (String(line.dropFirst(4)), String(marked))
  }

  @Test func longLinesAreCutAroundTheMarks() throws {
    let filler = String(repeating: "äx ", count: 100_000)
    for text in ["\(filler)MARK\(filler)", "MARK\(filler)", "\(filler)MARK"] {
      let (line, marked) = try shown(text, mark: "MARK")
      #expect(marked == "MARK" && line.count <= 202, "\(line)")
      #expect(line.hasPrefix("…") != text.hasPrefix("MARK"))
      #expect(line.hasSuffix("…") != text.hasSuffix("MARK"))
    }
    let (line, marked) = try shown("a\(String(repeating: "b", count: 5_000))c", mark: "abbb")
    #expect(marked == "abbb" && line.hasSuffix("b…"))
  }

  @Test func marksThatAreCutEndAtTheCut() throws {
    let long = String(repeating: "M", count: 1_000)
    let (line, marked) = try shown("add \(long) end", mark: long)
    #expect(line == "add \(String(repeating: "M", count: 196))…" && marked.hasSuffix("M…"))
  }

  @Test func columnsCountCodePointsHoweverLongTheLine() throws {
    let file = SourceFile(name: "a.rsc", text: String(repeating: "ä€", count: 5_000) + "MARK")
    let diagnostic = Diagnostic(
      rule: "r", severity: .error, headline: "h",
      primary: Label(file, try span(of: "MARK", in: file), ""), subject: "x")
    #expect(renderDiagnostic(diagnostic, hiding: []).contains(" --> a.rsc:1:10001\n"))
  }

  @Test(arguments: [
    "\u{61C}", "\u{200B}", "\u{200D}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2060}",
    "\u{2066}", "\u{FEFF}", "\u{85}", "\u{9B}", "\u{AD}", "\u{E0041}", "\u{FE0F}", "\u{E0100}",
    "\n",
    "\r", "\u{7F}", "\u{3164}",
  ])
  func whatCannotBeSeenIsSpeltOut(character: String) throws {
    let value = try #require(character.unicodeScalars.first?.value)
    #expect(printable("a\(character)b") == "a\\u{\(String(value, radix: 16))}b")
  }

  @Test func lettersOfAllPeoplesAreShown() {
    let text = "Straße – улица, 通り, شارع 🏢 é"
    #expect(printable(text) == text)
  }
}
