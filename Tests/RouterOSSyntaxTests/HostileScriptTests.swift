import RouterOSSyntax
import SourceText
import Testing

/// Scripts that were made to keep the parser busy: each ends at once, with properties unbroken. Were the
/// work to grow with the square of the size, a test would not end while anybody waits.
@Suite struct HostileScriptTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    ("[", "add x=["), ("(", "add x=("), ("{", "add x={"), ("\"$[", "add x=\"$["),
    ("[({", "add x="), ("[\"$(", "add x="), ("{\"", "add x="), ("x=$[", "add "),
  ])
  func nestsAHundredThousandDeep(opener: String, start: String) {
    let script = read(
      "/ip route\n\(start)\(Self.repeated(opener, 100_000))\nadd gateway=192.0.2.1\n")
    #expect(script.statements.last?.isDamaged == false)
    #expect(script.problems.count == 1, "\(script.problems)")
    #expect(script.problems.first?.message.contains("is never closed") == true)
  }

  @Test func closesAHundredThousandBrackets() {
    let text =
      "/ip route\nset " + Self.repeated("[(", 50_000) + Self.repeated(")]", 50_000) + " x=1\n"
    let script = read(text)
    #expect(script.problems.isEmpty && script.count == 1)
  }

  @Test(arguments: [
    "\\", "\"", "a=\"", "\\\n", "\\\r", "x=$[", "{\"", "/ip ", ";", "\r", "\u{0}", "#", "# x\r",
    "!a ",
    "/\n", "/ip\n", "}", "] ", "add\n", "add ", "add x\n", "b\n", ".as=1 ", "é", ":put \"$[\n",
    ":put \"$[\"\n", ":put {\n", ":put \"$[\r", "/a\nprint\n", "add x=\"\n", "add x=\"y\\\n",
    "/x add a=1\\\r\n", "[", "[admin@r] > print\n",
  ])
  func repeatsAnything(part: String) {
    for start in ["", "/ip route\n", "/ip route\nset ", "/ip route\nadd a.b=1 "] {
      let text = start + Self.repeated(part, 60_000 / part.utf8.count)
      #expect(complaintAboutParsing(Array(text.utf8)) == nil, "\(start)")
    }
  }

  /// A control byte behind a path is what is wrong, and no blank.
  @Test(arguments: ["/interface \u{0}\u{0}\rx", "/ip \u{1}\n", "/ip route\nadd x=1 \u{0}\n\u{0}"])
  func aControlByteBelongsToTheDamage(text: String) {
    #expect(complaintAboutParsing(Array(text.utf8)) == nil)
  }

  @Test func stringsThatEndFarAwayAreNotLookedForAgainAndAgain() {
    let text = Self.repeated(":put \"$[\n", 8_000) + Self.repeated("]\"x", 8_000)
    #expect(complaintAboutParsing(Array(text.utf8)) == nil)
    let carriageReturns = "\n[find do={" + Self.repeated("$(/a\";b\r", 20_000)
    #expect(complaintAboutParsing(Array(carriageReturns.utf8)) == nil)
  }

  @Test func wordsBehindManyBlanksAreReadOnce() {
    let text = "/ip route\nset " + Self.repeated(" ", 50_000) + Self.repeated("a ", 25_000)
    let script = read(text)
    #expect(script.problems.isEmpty)
    #expect(script.statements.first?.arguments.count == 25_000)
  }

  @Test func menusThatGoOnFromMenusStaySmall() throws {
    let script = read("/a\n" + Self.repeated("b\n", 20_000))
    #expect(Set(script.problems.map(\.kind)) == [.notACommand, .unknownMenu])
    #expect(script.statements.map(\.menu.utf8.count).max() ?? 0 <= 1_000)
    #expect(read("/" + Self.repeated("a", 2_000) + "\nadd x=1\n").problems.count == 2)
  }

  @Test func namesThatGoOnFromNamesStaySmall() throws {
    let script = read(
      "/a\nadd " + Self.repeated("a", 50_000) + ".b=1 " + Self.repeated(".c=1 ", 5_000))
    #expect(script.problems.map(\.kind) == [.unexpectedWord])
    let short = read("/a\nadd " + Self.repeated("a", 250) + ".b=1 .c=1\n")
    #expect(short.problems.isEmpty)
  }

  @Test func aHundredThousandNamesAreToldApart() {
    let script = read("/a\n" + (0..<100_000).map { "add n\($0)=1\n" }.joined())
    #expect(script.problems.isEmpty && script.count == 100_000)
    #expect(script.statement(77_777).arguments.first?.name == "n77777")
  }

  @Test func shorthandIsReadAHundredThousandTimes() {
    let script = read("/a\nadd remote.address=192.0.2.1 " + Self.repeated(".as=64500 ", 100_000))
    #expect(script.problems.isEmpty)
    #expect(script.statements.first?.arguments.last?.name == "remote.as")
  }

  @Test func emptySectionsAndOneLongLineAreRead() {
    #expect(read(Self.repeated("/ip route\n", 100_000)).sections.count == 100_000)
    let line = read("/ip route\nadd comment=" + Self.repeated("x", 1_000_000) + "\n")
    #expect(line.problems.isEmpty && line.statements.first?.span.count == 1_000_012)
  }

  @Test func linesMayEndInCarriageReturns() {
    let script = read(
      "/ip route\radd gateway=192.0.2.1 \\\r    distance=2\radd gateway=192.0.2.2\r")
    #expect(script.problems.isEmpty)
    #expect(script.statements.map(\.arguments.count) == [2, 1])
  }
}
