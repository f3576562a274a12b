import RouterOSSyntax
import SourceText
import Testing

private func kinds(_ script: Script) -> [Problem.Kind] { script.problems.map(\.kind) }

/// Each line of `commands` behind a prompt, broken at `columns`.
private func session(_ commands: [String], columns: Int) -> String {
  let lines = commands.flatMap { command in
    var rest = Substring("[admin@x] > " + command)
    var lines: [Substring] = []
    while !rest.isEmpty {
      lines.append(rest.prefix(columns))
      rest = rest.dropFirst(columns)
    }
    return lines
  }
  return lines.joined(separator: "\n") + "\n[admin@x] > \n"
}

private func filler(_ number: Int) -> String {
  "/ip address add address=192.0.2.\(number)/24 interface=bridge-of-customers disabled=no"
}

@Suite struct TerminalWidthTests {
  @Test(arguments: ["hello admin", "hello", "12:00:01 link down", "x=1 up"])
  func outputBehindLinesAsWideIsNoRest(output: String) {
    let command = "[admin@x] > /ip address add address=192.0.2.1/24 interface=ether"
    let script = read("\(command)1\n\(command)2\n\(output)\n[admin@x] > \n")
    #expect(kinds(script) == [.unexplainedOutput] && script.skippedLines == 1)
    #expect(script.statements.last?.arguments.last?.value == "ether2")
  }

  @Test(arguments: [2, 3, 9])
  func outputOfTheSamePrintIsNoRest(times: Int) {
    let text = "[admin@MikroTik] > /ip firewall filter print\nFlags: X - disabled\n 0 chain=input\n"
    let script = read(String(repeating: text, count: times) + "[admin@MikroTik] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 2 * times)
    let wholes = commands(script)
    #expect(script.count == times && arguments(script).isEmpty)
    #expect(
      Set(wholes) == ["/ip/firewall/filter print"])
  }

  @Test(arguments: ["12:00:01 echo: system,info a", "jan/02/2026 12:00:01 echo: system,info a"])
  func theLogIsNoRestAndNoOutput(line: String) {
    let command = "[admin@x] > /ip address add address=192.0.2.1/24 interface=ether"
    let script = read("\(command)1\n\(command)2\n\(line)\n[admin@x] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 1)
    #expect(script.statements.last?.arguments.last?.value == "ether2")
  }

  @Test(arguments: [57, 61, 80])
  func joinsWhatThreeCommandsShow(columns: Int) {
    let script = read(session((1...4).map(filler), columns: columns))
    #expect(script.problems.isEmpty && script.skippedLines == 0)
    #expect(
      script.statements.map { $0.arguments.map(\.value).joined(separator: " ") }
        == (1...4).map { "192.0.2.\($0)/24 bridge-of-customers no" })
  }

  @Test func twoCommandsShowNoWidth() {
    let script = read(session((1...2).map(filler), columns: 61))
    #expect(kinds(script).contains(.unexplainedOutput) && script.isDamaged)
    #expect(!script.statements.contains { !$0.isDamaged })
  }

  @Test(arguments: [100, 132])
  func aStringThatIsOpenShowsTheWidth(columns: Int) {
    let command =
      "/ip address add address=192.0.2.1/24 interface=bridge-of-customers "
      + "comment=\"one of the many addresses of this router, and so on\" disabled=no"
    let script = read(session([command], columns: columns))
    #expect(script.problems.isEmpty && script.skippedLines == 0)
    #expect(script.statements.last?.arguments.last?.value == "no")
  }

  @Test(arguments: ["hello admin", "Flags: X", " 0 a=b", "\"a b\""])
  func aFullLineIsNotJoinedWithWhatIsNoRest(output: String) {
    var command = "[admin@x] > /ip address add address=192.0.2.1/24 comment="
    command += String(repeating: "a", count: 80 - command.count)
    let script = read("\(command)\n\(output)\n[admin@x] > \n")
    #expect(kinds(script) == [.unexplainedOutput])
  }

  @Test func aFullScriptBehindWhichSomethingStandsMayBeCut() {
    var command = "[admin@x] > :global name "
    command += String(repeating: "a", count: 80 - command.count)
    #expect(kinds(read("\(command)\naaa\n[admin@x] > \n")) == [.unexplainedOutput])
    #expect(kinds(read("\(command)\n[admin@x] > \n")).isEmpty)
  }
}

@Suite struct TranscriptLossTests {
  @Test(arguments: [
    "/ip address add address=192.0.2.1/24 interface=e\n/ip route add gateway=192.0.2.2\n",
    "/ip address\nadd address=192.0.2.1/24 interface=e\n/ip route\nadd gateway=192.0.2.2\n",
    "/ip/address add address=192.0.2.1/24 \\\n    interface=e\n/ip/route add gateway=192.0.2.2\n",
  ])
  func readsAnExportWithoutItsBeginning(export: String) {
    let script = read(export + "[admin@x] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 0)
    #expect(commands(script) == ["/ip/address add", "/ip/route add"])
    #expect(arguments(script) == arguments(read(export)))
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n", "/ip pool\n"])
  func readsBehindAnIndentedPrompt(lead: String) {
    let script = read(lead + "  [admin@x] > /ip route add gateway=192.0.2.1\n\t[admin@x] > \n")
    #expect(script.problems.isEmpty && commands(script) == ["/ip/route add"])
  }

  @Test func aPromptWithinALineMakesNoTranscript() {
    #expect(!read("/ip address print; [admin@x] > x\n").isTranscript)
  }

  @Test(arguments: ["[admin@x] > \n", "hello\n[admin@x] > ?\nx\n", "[admin@x] > add a=b^C\n"])
  func aTranscriptWithoutACommandIsNotSilent(text: String) {
    #expect(read(text).problems.map(\.kind) == [.noCommandInTranscript])
  }

  @Test(arguments: ["^C", "\u{3}", " ^C", "\u{3}^C"])
  func whatCtrlCEndsDidNotRun(end: String) {
    let script = read(
      "[admin@x] > /ip route add gateway=192.0.2.1\(end)\n[admin@x] > /ip pool add name=a\n"
        + "[admin@x] > /ip route add \\\n\\... gateway=192.0.2.1\(end)\n[admin@x] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 3)
    #expect(commands(script) == ["/ip/pool add"])
  }

  @Test(arguments: ["/ip address", "/interface/bridge/port", "/", "ip route"])
  func aMenuThatIsEnteredLastHasNoEffect(menu: String) {
    let script = read("[admin@x] > /ip pool add name=a\n[admin@x] > \(menu)")
    #expect(script.problems.isEmpty && commands(script) == ["/ip/pool add"])
  }

  @Test(arguments: ["/ip ro re", "/ip dhcp-server set-up", "/ip ad"])
  func whatMayBeACommandIsAProblem(line: String) {
    #expect(kinds(read("[admin@x] > \(line)")) == [.notACommand])
  }

  @Test(arguments: [
    "ping 192.0.2.1", "/ping 192.0.2.1 count=2", "/tool traceroute 192.0.2.1", "tool ping a",
    "/interface monitor-traffic ether1", "/log print", "resolve example.com", "traceroute a",
    "/tool fetch url=a", "/interface ethernet monitor ether1 once", ":resolve example.com",
    "/tool/torch ether1",
  ])
  func whatOnlyShowsIsNoProblem(command: String) {
    let script = read("[admin@x] > \(command)\n  SEQ HOST  SIZE\n    0 192.0.2.1\n[admin@x] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 2 && script.count == 1)
    #expect(script.sections.allSatisfy { $0.menu == "/" })
  }

  @Test func theMenuOfATool() {
    let script = read(
      "[admin@x] > /ip pool add name=a\n[admin@x] > ping a b=c\nx\n"
        + "[admin@x] > /tool mac-server ping set enabled=no\n[admin@x] > \n")
    #expect(script.problems.isEmpty)
    #expect(commands(script) == ["/ip/pool add", "/ ping", "/tool/mac-server/ping set"])
    #expect(arguments(script) == ["name=a", "enabled=no"])
  }
}
