import RouterOSSyntax
import SourceText
import Testing

/// Each statement as menu, verb and decoded arguments.
private func wholeCommands(_ script: Script) -> [String] {
  script.statements.map { statement in
    let words = statement.arguments.map { argument in
      argument.kind == .pair ? "\(argument.name ?? "")=\(argument.value)" : argument.value
    }
    return ([statement.menu, statement.verb] + words).joined(separator: " ")
  }
}

private func kinds(_ script: Script) -> [Problem.Kind] { script.problems.map(\.kind) }

@Suite struct PromptTests {
  @Test(arguments: [
    "[admin@client] > ", "[admin@client] >", "[admin@client] >> ", "[admin@client] /> ",
    "[admin+ct80w@client] > ", "[a.b@two words] > ", "[admin@kantor pusat é] > ",
    "[admin@rack]7] > ", "[admin@x] <SAFE> > ", "[admin@x] <SAFE> ", "[admin@x]<SAFE> > ",
    "\u{1B}[m\u{1B}[36m[admin@client] \u{1B}[m> ", "[admin@old] > \r[admin@client] > ",
  ])
  func runsInTheRoot(prompt: String) {
    for command in ["/ip route add gateway=192.0.2.1", "ip route add gateway=192.0.2.1"] {
      let script = read("\(prompt)\(command)\n")
      #expect(script.problems.isEmpty && script.skippedLines == 0, "\(prompt)")
      #expect(wholeCommands(script) == ["/ip/route add gateway=192.0.2.1"], "\(prompt)")
    }
  }

  @Test(arguments: [
    "[admin@x] /ip/route> ", "[admin@x] ip route> ", "[admin@x] /ip route> ",
    "[admin@x] /ip/route>", "[admin@x] <SAFE> /ip/route> ", "[admin@x] /ip route<SAFE> ",
    "[admin@x] /ip/route<SAFE>> ", "[admin@x] /ip/route>> ",
  ])
  func runsInTheMenuOfItsPath(prompt: String) {
    let script = read("\(prompt)add gateway=192.0.2.1\n\(prompt)/ip pool add name=a\n\(prompt)\n")
    #expect(script.problems.isEmpty)
    #expect(wholeCommands(script) == ["/ip/route add gateway=192.0.2.1", "/ip/pool add name=a"])
  }

  @Test func anIdentityMayHoldWhatEndsAPrompt() {
    let prompt = "[admin@a [x] > y] "
    let script = read("\(prompt)> /ip pool\n\(prompt)/ip/pool> add name=a\n\(prompt)/ip/pool> \n")
    #expect(script.problems.isEmpty && wholeCommands(script) == ["/ip/pool add name=a"])
    let other = "[admin@x] > :put [/ip address find] > 1\n"
    #expect(read(other + other + "[admin@x] > \n").statements.map(\.verb) == [":put", ":put"])
  }

  @Test(arguments: [
    "[find name=a@b] > x\n", "[:put \"a@b\"]\n", "[ @x] >\n", "[admin@x > \n", "[admin@x]\n",
    "{ [a@b] > }\n", "/system note set note=\"a\n[admin@x] > /ip route add\n\"\n",
  ])
  func whatIsNoPromptMakesNoTranscript(text: String) {
    let script = read("/ip address\nadd address=192.0.2.1/24\n" + text)
    #expect(wholeCommands(script).first == "/ip/address add address=192.0.2.1/24")
    #expect(!script.isTranscript)
  }
}

@Suite struct TranscriptTests {
  @Test func skipsAndCountsOutput() {
    let script = read(
      """
      [admin@client] > /ip address print
      Flags: X - disabled, I - invalid, D - dynamic
       #   ADDRESS            NETWORK         INTERFACE

       0 D 192.168.1.168/24   192.168.1.0     lte1
      [admin@client] > /ip address add address=192.0.2.1/24 interface=ether1
      [admin@client] > quit
      """)
    #expect(script.problems.isEmpty && script.skippedLines == 3)
    #expect(
      wholeCommands(script) == [
        "/ip/address print", "/ip/address add address=192.0.2.1/24 interface=ether1", "/ quit",
      ])
  }

  @Test(arguments: [
    "add \\\n\\... gateway=192.0.2.1 \\\n\\... distance=2",
    "add gateway=192.0.2.1 \\\n   distance=2",
    "add gateway=\\\r\n\\... 192.0.2.1 distance=2\r",
  ])
  func continues(command: String) {
    let script = read("[admin@x] > /ip route \(command)\n[admin@x] > ")
    #expect(script.problems.isEmpty)
    #expect(wholeCommands(script) == ["/ip/route add gateway=192.0.2.1 distance=2"])
  }

  @Test func continuesWhatIsOpen() throws {
    let script = read("[admin@x] > {\n{... :put (\\\n{(\\... 1+2)}\n3\n[admin@x] > /log print\n")
    #expect(script.problems.isEmpty && script.skippedLines == 1)
    #expect(script.statements.map(\.verb) == ["", "print"])
  }

  @Test func joinsAtTheWidthOfTheTerminal() throws {
    let long =
      "[admin@client] > /routing bgp peer add name=\"Peer link FO\" remote-address=10.1.1.2"
    let text = long.prefix(80) + "\n" + long.dropFirst(80) + " remote-as=64500\n[admin@client] > \n"
    let script = read(String(text))
    #expect(script.problems.isEmpty)
    let command = try #require(wholeCommands(script).first)
    #expect(command.hasSuffix("remote-address=10.1.1.2 remote-as=64500"))
    let span = try #require(script.statements.first?.span)
    #expect(script.file.text(in: span).contains("\n"))
  }

  @Test func doesNotJoinElsewhere() {
    let script = read(
      "[admin@x] > /ip address add address=192.0.2.1/24\ninterface=ether1\n[admin@x] > \n")
    #expect(kinds(script) == [.unexplainedOutput])
    #expect(script.isDamaged && script.statements.allSatisfy(\.isDamaged))
  }

  @Test func readsWhatExportPrinted() {
    let export = """
      # aug/07/2015 23:44:11 by RouterOS 6.29.1
      # software id = 0000-0000
      #
      /interface ethernet
      set [ find default-name=ether2 ] comment=a
      /port
      set 0 name=serial0
      """
    let bare = read(export + "\n")
    let wrapped = [
      "[admin@sw] > /export\n\(export)\n[admin@sw] > ", "[admin@sw] > export\n\(export)\n",
      "\(export)\n[admin@sw] > \n", "# a note\n[admin@sw] > /export terse\r\n\(export)\n",
      "[admin@sw] > /ip address print\nFlags: X\n[admin@sw] > /export\n\(export)\n[admin@sw] > quit",
    ]
    for text in wrapped {
      let script = read(text)
      #expect(script.problems.isEmpty, "\(text)")
      #expect(script.header.version == bare.header.version, "\(text)")
      #expect(script.header.softwareID == "0000-0000")
      #expect(
        wholeCommands(script).filter { $0.contains(" set ") } == wholeCommands(bare), "\(text)")
    }
    #expect(bare.count == 2)
  }

  @Test func anExportToAFileIsNoConfiguration() {
    let script = read("[admin@x] > /export file=a\n[admin@x] > /ip pool add name=b\n")
    #expect(wholeCommands(script) == ["/ export file=a", "/ip/pool add name=b"])
  }

  @Test func anExportVoidsWhatWasTypedBefore() {
    let script = read(
      """
      [admin@x] > /ip address add address=192.0.2.1/24 interface=ether1
      [admin@x] > /ip pool add name=a
      [admin@x] > /ip address export
      # 2026-01-01 00:00:00 by RouterOS 7.16
      /ip address
      add address=192.0.2.1/24 interface=ether1
      [admin@x] > /ip address add address=192.0.2.2/24 interface=ether1
      """)
    #expect(script.statements.map(\.isVoid) == [true, false, false, false])
  }

  @Test(arguments: [
    "failure: already have such address", "expected end of command (line 1 column 5)",
    "syntax error (line 1 column 9)", "bad command name ad (line 1 column 13)", "no such item",
    "input does not match any value of interface", "invalid value for argument address",
  ])
  func refusedCommandsAreVoid(answer: String) {
    let script = read("[admin@x] > /ip address add address=192.0.2.1/24\n\(answer)\n[admin@x] > \n")
    #expect(kinds(script) == [.refusedCommand] && !script.isDamaged)
    #expect(script.statements.map(\.isVoid) == [true])
  }

  @Test func aMistypedCommandThatWasRefusedIsNoDamage() {
    let script = read(
      "[admin@x] > ad)d\nbad command name ad (line 1 column 1)\n[admin@x] > ?\nadd\n")
    #expect(kinds(script) == [.refusedCommand] && !script.isDamaged)
  }

  @Test func aRefusalWithinABlockLeavesItOpen() {
    let script = read("[admin@x] > { /ip pool add name=a; x }\nbad command name x\n[admin@x] > ")
    #expect(kinds(script) == [.unexplainedOutput])
  }

  @Test(arguments: [
    "remove number=0", "remove numbers=0,1", "set 0 disabled=yes", "disable 0,1", "move 5 0",
    "comment \"2\" comment=x", "rem 0", "enable numbers=\"3\"", "unset 1 comment",
  ])
  func positionalNumbersAreNotDecidable(command: String) {
    let script = read("[admin@x] /ip/address> \(command)\n")
    #expect(kinds(script) == [.positionalNumber] && !script.isDamaged)
    #expect(script.statements.map(\.isDamaged) == [true])
    #expect(command.hasPrefix("rem 0") || read("/ip address\n\(command)\n").problems.isEmpty)
  }

  @Test func editIsNotDecidable() {
    let script = read("[admin@client] > /routing bgp instance edit number=0 value-name=as\n")
    #expect(kinds(script) == [.interactiveCommand(verb: "edit")] && !script.isDamaged)
  }

  @Test func editMayBeTypedInShort() {
    #expect(kinds(read("[admin@x] /ip/pool> ed 0 name\n")) == [.interactiveCommand(verb: "ed")])
  }

  /// A number is no word of a path, so that the word before it is the command, whatever it is short for.
  @Test func aNumberEndsAPath() {
    #expect(commands(read("[admin@x] > /ip route rem 0\n")) == ["/ip/route rem"])
  }

  @Test(arguments: ["/ip ro re", "/ip adr\u{8} \u{8}dress add a=b"])
  func whatIsNotKnownMayBeAnyCommand(command: String) {
    for end in ["", "[admin@x] > \n", "odd\n[admin@x] > \n"] {
      let script = read("[admin@x] > \(command)\n" + end)
      #expect(script.isDamaged && script.statements.allSatisfy { $0.isDamaged && $0.menu == "/" })
    }
  }

  @Test func thePromptSpellsAMenuOut() {
    let script = read("[admin@x] > /ip ro\n[admin@x] /ip/route> add gateway=192.0.2.1\n")
    #expect(script.problems.isEmpty)
    #expect(wholeCommands(script) == ["/ip/route add gateway=192.0.2.1"])
  }

  @Test func aQuestionThatWasDeniedChangesNothing() {
    let script = read(
      "[admin@x] > /system reset-configuration\nDangerous! Reset anyway? [y/N]:\nn\naction cancelled\n"
        + "[admin@x] > \n")
    #expect(kinds(script) == [.refusedCommand] && script.statements.map(\.isVoid) == [true])
  }

  @Test func theGreetingNamesTheRelease() {
    let script = read(
      "\n  MMM      MMM       KKK\n\n  MikroTik RouterOS 6.48.3 (c) 1999-2021       http://www.mikrotik.com/\n\n"
        + "/command        Use command at the base level\n[admin@x] > /ip pool add name=a\n")
    #expect(script.header.version == RouterOSVersion(6, 48, 3))
    #expect(script.skippedLines == 3 && script.problems.isEmpty)
  }

  @Test func spansLieInTheFile() throws {
    let text = "[admin@x] > /ppp secret add password=\"ab\\\n\"\\... cd\" name=x\n"
    let script = read(text)
    let argument = try #require(script.statements.first?.arguments.first)
    #expect(argument.value == "abcd" && script.problems.isEmpty)
    #expect(script.file.text(in: argument.valueSpan) == "\"ab\\\n\"\\... cd\"")
  }

  @Test func anOpenCommandCostsItselfOnly() {
    let script = read("[admin@x] > /ip pool add name=\"a\n[admin@x] > /ip pool add name=b\n")
    #expect(script.problems.count == 1)
    #expect(wholeCommands(script).last == "/ip/pool add name=b")
  }

  @Test(arguments: [
    "[admin@x] > /ip pool add name=a\n", "[admin@x] > {\n", "[admin@x] > \\\n",
    "[admin@x] > /export\na\n",
    "[admin@x] > add \\\n\\... x\n", "\u{1B}[31m[admin@x] > \u{1B}[5D\u{1B}[", "[a@]]]]]",
    "[admin@x] \r",
  ])
  func survivesALotOf(line: String) {
    let text = String(repeating: line, count: 100_000)
    let script = read("[admin@x] > \n" + text)
    let size = UInt32(script.file.bytes.count)
    #expect(script.statements.allSatisfy { $0.span.end <= size })
  }

  @Test func survivesAnyBytes() {
    let alphabet =
      ["[admin@x] > ", "\n", "\r", "\\", "\\... ", "{... ", "\"", "{", "}", "\u{1B}[", "/export"]
      + [
        "add ", "/ip route", " a=b", "failure: ", "0", ";", "é", "<SAFE>", "]", "$",
        "# by RouterOS 7.1",
      ]
    for seed in UInt64(1)...300 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      let text = (0..<80).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let script = read("[admin@x] > " + text.joined())
      let size = UInt32(script.file.bytes.count)
      for statement in script.statements {
        #expect(statement.span.end <= size, "seed \(seed)")
        for argument in statement.arguments {
          #expect(statement.span.contains(argument.valueSpan), "seed \(seed)")
          #expect(argument.decodedValue.bytes == argument.valueBytes, "seed \(seed)")
        }
      }
    }
  }
}
