import RouterOSSyntax
import SourceText
import Testing

/// What cannot be read: said once, at its place, and without loss of what stands around it.
@Suite struct ProblemTests {
  static let routes = "/ip route\nadd gateway=192.0.2.1\n"
  static let rest = "\nadd gateway=192.0.2.2\n"

  @Test(arguments: [
    ("add comment=«\"»never closed", "this quote is never closed"),
    ("add comment=«\"»never closed \\\n    on two lines", "this quote is never closed"),
    ("add comment=\"a«\\q»b\"", "unknown escape '\\q'"),
    ("add comment=a«\\é»b", "unknown escape '\\é'"),
    ("add comment=\"a\"«b»", "expected a blank after the closing quote"),
    ("add comment=a«\"»b", "'\"' stands inside a word"),
    ("add gateway=«[»find", "'[' is never closed; expected ']'"),
    ("add gateway=a«)»", "nothing opened this ')'"),
    ("«}»", "nothing opened this '}'"),
    ("«.role=ebgp» name=x", "expected a command before this argument"),
    ("add gateway=192.0.2.9 «.as=5»", "this name begins with a dot"),
    ("add connection-state=established «\\»\nadd gateway=192.0.2.3", "continues the line into"),
    ("add gateway=192.0.2.9 «add» distance=1", "'add' begins a new command"),
    ("add gateway=192.0.2.9 «b”»", "expected a property here"),
    ("«[erased» queues]", "expected a menu or a command"),
    ("«...» more config", "expected a menu or a command"),
    ("«-----------------------------4318--»", "expected a menu or a command"),
    ("«Add» gateway=192.0.2.9", "expected a menu or a command"),
    ("add comment=«\\»\n", "nothing follows this '\\'"),
    ("«%GATEWAY%»", "expected a menu or a command"),
  ])
  func namesThePlaceAndLosesNothingAround(damage: String, message: String) throws {
    let marked = MarkedText(damage)
    let prefix = Self.routes.utf8.count
    let script = read(Self.routes + marked.text + Self.rest)
    #expect(script.problems.count == 1, "\(script.problems)")
    let problem = try #require(script.problems.first)
    #expect(problem.message.hasPrefix(message) || problem.message.contains(message))
    #expect(problem.severity == .error)
    let wanted = try #require(marked.spans.first)
    let start = prefix + Int(wanted.start)
    #expect(Int(problem.span.start) == start, "\(problem.span)")
    #expect(
      problem.kind == .unexpectedWord || Int(problem.span.end) <= start + max(1, wanted.count))
    let whole = script.statements.filter { !$0.isDamaged }
    #expect(whole.first?.arguments.first?.value == "192.0.2.1")
    #expect(whole.last?.arguments.first?.value == "192.0.2.2")
  }

  @Test func findsAStrayBackslashAtTheEnd() {
    for text in ["/ip route\nadd gateway=192.0.2.1 \\", "/ip route\nadd gateway=192.0.2.1 \\\n"] {
      let script = read(text)
      #expect(script.problems.map(\.kind) == [.nothingAfterBackslash], "\(text)")
      #expect(script.problems.first?.span == Span(32, 33))
    }
  }

  /// A cut-off upload costs the statement that was cut, however many lines it had.
  @Test func aCutOffSourceIsOneProblem() {
    let text =
      "/ip route\nadd gateway=192.0.2.1\n/system script\nadd name=a source=\"# one\\r\\\n"
      + "    \\n:put \\\"two\\\"\\r\\\n    \\n:put thr"
    let script = read(text)
    #expect(script.problems.map(\.kind) == [.unclosedString])
    #expect(script.statements.map(\.isDamaged) == [false, true])
    #expect(script.statements.last.map { Int($0.span.end) } == text.utf8.count)
  }

  /// A quote that is missing inside a block costs the block, and is reported once.
  @Test func aMissingQuoteInABlockIsOneProblem() {
    let script = read(
      ":if (true) do={\n  :put \"a\n  :put b\n}\n/ip route\nadd gateway=192.0.2.2\n")
    #expect(script.problems.map(\.kind) == [.unclosedString])
    #expect(commands(script).last == "/ip/route add" && script.statements.last?.isDamaged == false)
  }

  @Test func aMissingBraceDoesNotSwallowTheRest() {
    let script = read(":if (true) do={\n  :put a\n/ip route\nadd gateway=192.0.2.2\n")
    #expect(script.problems.map(\.kind) == [.unclosedBracket(opener: "{")])
    #expect(commands(script).last == "/ip/route add" && script.statements.last?.isDamaged == false)
  }

  @Test func aCommandNeedsAMenu() {
    let script = read("add address=192.0.2.1/24\n")
    #expect(script.problems.map(\.kind) == [.commandOutsideMenu(verb: "add")])
  }

  /// Lines that no router exports, below a header that says one did.
  @Test(arguments: [
    "via LTE distance=2 gateway=192.0.2.9", "remote as remote-as=64502", "interrupted",
    "bad command name exprt (line 1 column 1)", "more config",
  ])
  func anExportHoldsOnlyWhatARouterPrints(line: String) {
    let script = read("# by RouterOS 7.16\n/ip route\n\(line)\nadd gateway=192.0.2.2\n")
    #expect(script.problems.map(\.kind) == [.notACommand], "\(script.problems)")
    #expect(commands(script).last == "/ip/route add")
  }

  /// What follows damage and is no known command may be the torn rest of a secret.
  @Test func theRestOfATornStatementIsNoCommand() {
    let script = read("/ppp secret\nadd name=a password=\\\n\nhunter2 x=1\nadd name=b\n")
    #expect(script.statements.map(\.isDamaged) == [true, true, false])
    #expect(!script.problems.contains { $0.message.contains("hunter2") })
  }

  /// The refused parts of a statement do not take the menu below with them.
  @Test func aBackslashBeforeAMenuCostsNoMenu() {
    let script = read("/ip address\nadd x=1 \\\n/ip route\nadd y=2\n")
    #expect(script.problems.map(\.kind) == [.commandAfterBackslash(verb: "/ip")])
    #expect(script.problems.first?.span == Span(20, 21))
    #expect(commands(script).last == "/ip/route add")
    let other = read("/ip address\nadd x=1 \\\nremove y=2\n")
    #expect(other.problems.map(\.kind) == [.commandAfterBackslash(verb: "remove")])
  }

  @Test func blanksBehindABackslashAreOneProblem() {
    let script = read("/ip address\nadd x=1 \\  \n    y=2\nadd x=3\n")
    #expect(script.problems.map(\.kind) == [.blankAfterBackslash])
    #expect(script.statements.map(\.isDamaged) == [true, false])
  }

  @Test(arguments: [
    "/ip addr\\\n    ess\nadd address=1\n", "/ip address\nad\\\n    d address=1\n",
    "/i\\\np addr\\\r\ness a\\\n\\\n  dd address=1\n", "/ip\\\n    /address add address=1",
  ])
  func aBackslashMayBreakAPath(text: String) {
    let script = read(text)
    #expect(script.problems.isEmpty && commands(script) == ["/ip/address add"])
    #expect(complaintAboutSpans(script) == nil)
  }

  /// More likely than a broken word is a backslash that somebody left.
  @Test(arguments: [
    "/ip route\nadd x=1\n/ip address\\\nadd address=1\n", "/ip route enable\\\r\n\nadd x=1\n",
    "/ip route\n/ip fire\\\n    place\nadd x=1\n",
  ])
  func aBackslashDoesNotJoinAnythingToAPath(text: String) {
    #expect(read(text).problems.map(\.kind).first == .brokenWord)
  }

  /// An upload that was cut off in a word, and a flag that only looks like that.
  @Test func anExportThatEndsInAWordIsCutOff() {
    let header = "# 2024-01-01 00:00:00 by RouterOS 7.16\n"
    let cut = read("\(header)/ip address\nadd interface=a addres")
    #expect(cut.problems.map(\.kind) == [.cutOff] && cut.statements.map(\.isDamaged) == [true])
    #expect(read("\(header)/routing table\nadd name=a fib").problems.isEmpty)
    #expect(read("\(header)/ip service\nset telnet").problems.map(\.kind) == [.cutOff])
    for end in ["set", "set telnet disabled=no ", "add "] {
      #expect(read("\(header)/ip service\n\(end)").problems.map(\.kind) == [.cutOff], "\(end)")
    }
    #expect(
      read("\(header)/ip address\nadd interface=a add\\\n    res").problems.map(\.kind) == [.cutOff]
    )
    #expect(read("\(header)/routing table\nadd name=a f\\\n    ib").problems.isEmpty)
    for end in ["/ip fire", "/ip firewall  ", "/ip \t"] {
      #expect(read("\(header)/ip service\n\(end)").problems.map(\.kind) == [.cutOff], "\(end)")
    }
    #expect(read("\(header)/ip service\n/ip firewall\n").problems.isEmpty)
    #expect(read("/ip address\nadd interface=a addres").problems.isEmpty)
  }

  /// A quote on a later line, behind a comment or a menu, does not close a string of an export.
  @Test func aStringOfAnExportEndsBeforeWhatBeginsALine() {
    let header = "# 2024-01-01 00:00:00 by RouterOS 7.10\n"
    for line in ["# it is 5\" wide", "/ip firewall layer7-protocol\" x"] {
      let script = read(
        "\(header)/ip address\nadd x=\"a\n\(line)\n/ip dns\nset servers=192.0.2.1\n")
      #expect(script.problems.map(\.kind).first == .unclosedString, "\(line)")
      #expect(commands(script).last == "/ip/dns set")
    }
  }

  /// A string that a lost quote leaves open ends before the next line, even behind a backslash.
  @Test(arguments: ["add comment=\"b\"", "set [ find ] comment=\"b\"", "/ip route"])
  func aStringOfAnExportGoesOnOnlyIndented(line: String) {
    let header = "# 2024-01-01 00:00:00 by RouterOS 7.10\n/ip address\n"
    let script = read("\(header)add comment=\"a \\\n\(line)\nadd comment=\"c\"\n")
    #expect(script.problems.map(\.kind) == [.unclosedString])
    #expect(
      script.statements.map(\.isDamaged) == [true] + (script.count == 3 ? [false, false] : [false]))
    #expect(arguments(script).last == "comment=c")
    #expect(read("\(header)add comment=\"a \\\n    \(line.prefix(4))\"\n").problems.isEmpty)
  }

  @Test(arguments: [
    ("add a= b=1", 1), ("add a=\"\" b=1", 0), ("add a=\\\n    \"\"", 0), ("add a=", 1),
  ])
  func aValueThatIsGoneIsAWarning(line: String, count: Int) {
    let header = "# 2024-01-01 00:00:00 by RouterOS 7.10\n/ip address\n"
    let script = read("\(header)\(line)\nadd c=1\n")
    #expect(script.problems.map(\.kind) == Array(repeating: .emptyValue, count: count))
    #expect(!script.isDamaged && read("/ip address\n\(line)\n").problems.isEmpty)
  }

  @Test func carriageReturnsAloneEndLinesAndStrings() {
    let text = "/ip address\radd comment=\"x\radd comment=\"y\" address=192.0.2.1/24\r"
    let script = read(text)
    #expect(script.problems.map(\.kind) == [.unclosedString])
    #expect(script.statements.map(\.isDamaged) == [true, false])
    #expect(LineTable(script.file).line(at: script.problems[0].span.start) == 2)
  }

  @Test(arguments: ["/ip address\nadd x=1\n\\\n", "/ip address\nadd x=1 \\\n    \n"])
  func aBackslashBeforeNothingIsFound(text: String) {
    #expect(read(text).problems.map(\.kind) == [.nothingAfterBackslash], "\(text)")
  }

  /// Messages are one sentence in lower case without a full stop.
  @Test func messagesKeepTheHouseStyle() {
    let kinds: [Problem.Kind] = [
      .argumentWithoutCommand, .bareEquals, .blankAfterBackslash, .brokenWord,
      .commentAfterBackslash, .textAfterBracket,
      .noCommandInTranscript,
      .commandAfterArguments(verb: "add"), .cutOff, .emptyValue,
      .commandAfterBackslash(verb: "add"),
      .commandInUnknownMenu(verb: "add"), .commandOutsideMenu(verb: "add"),
      .interactiveCommand(verb: "edit"), .notACommand,
      .nothingAfterBackslash, .nothingToGoOnFrom, .positionalNumber, .quoteInsideWord,
      .strayCloser(")"), .textAfterString, .tooManyNames, .unclosedBracket(opener: "["),
      .unclosedString, .unexpectedWord, .unknownEscape("q"), .unknownMenu,
    ]
    for kind in kinds {
      let message = kind.message
      #expect(!message.hasSuffix(".") && message.first?.isUppercase == false, "\(message)")
    }
  }

  @Test func problemsStandInTheOrderOfTheFile() {
    let script = read("/ip route\nset x={ ( [ }\n")
    let starts = script.problems.map(\.span.start)
    #expect(starts.count > 1 && starts == starts.sorted(), "\(script.problems)")
  }

  /// A quote far below must not take the place of the bracket whose statement is lost.
  @Test func anUnclosedBracketIsReportedWhereItsStatementIs() {
    let script = read("/ip route\nset [ find name=x\nadd comment=\"y\nadd gateway=192.0.2.1\n")
    #expect(script.problems.map(\.kind) == [.unclosedBracket(opener: "["), .unclosedString])
    #expect(script.statements.map(\.isDamaged) == [true, true, false])
  }

  @Test func aCommandThatIsNoUTF8HasItsOwnBytes() {
    let script = parse(
      SourceFile(name: "x", bytes: Array("$".utf8) + [0xE9, 0xE8] + Array(" a".utf8)))
    #expect(script.statements.map(\.verbSpan) == [Span(0, 3)])
  }
}
