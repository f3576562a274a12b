import RouterOSSyntax
import Testing

private let header = "# 2024-05-01 10:00:00 by RouterOS 7.14.3\n"

@Suite struct BrokenNameTests {
  @Test(arguments: [
    ("add na\\\n    me=x", ["name=x"]), ("add name\\\n    =x", ["name=x"]),
    ("add n\\\r\na\\\nme=\\\n    x", ["name=x"]), ("add !na\\\n    me x=y", ["!name", "x=y"]),
    ("add remote.add\\\n    ress=x .a\\\n    s=5", ["remote.address=x", "remote.as=5"]),
    ("add a=b pas\\\n    sive c=d", ["a=b", "passive", "c=d"]),
    ("set tel\\\n    net a=b", ["telnet", "a=b"]),
  ])
  func aContinuationIsTakenOut(command: String, wanted: [String]) throws {
    let script = read(header + "/ip address\n\(command)\n")
    #expect(script.problems.isEmpty && arguments(script) == wanted)
    let formatted = try format(script).bytes
    let again = read(String(decoding: formatted, as: UTF8.self))
    #expect(again.problems.isEmpty && arguments(again).sorted() == wanted.sorted())
  }

  @Test(arguments: ["add a=b na\\\n/ip route\nadd b=c"])
  func aCommandBehindOneIsAnother(text: String) {
    let script = read(header + "/ip address\n\(text)\n")
    #expect(script.problems.count == 1 && script.statements.map(\.isDamaged) == [true, false])
  }

  /// Where no header says that a router printed this, too.
  @Test(arguments: [
    "add na\\\nadd b=c", "add a=b na\\\nset b=c", "add a=b\\\nadd b=c", "add a=[find]\\\nadd b=c",
    "add a=b na\\\n/ip route\nadd b=c", "add a=$x\\\nadd b=c", "set telnet\\\nadd b=c",
    "print na\\\nadd b=c", "remove na\\\nset b=c", "remove x \\\n/ip route\nadd b=c",
    "print na\\\nadd b=c", ":put $x\\\nadd b=c", ":log info x \\\n/ip route\nadd b=c",
    "add na\\\n:put b=c", "add a=\\\n:put b=c", "add a=\"x\\\nadd a=\"y\" b=c",
    "add a=\"x \\\n/ip route add a=\"y\" b=c",
  ])
  func aCommandBehindABrokenWordIsNotJoinedToIt(text: String) {
    let script = read("/ip address\n\(text)\n")
    #expect(script.problems.count == 1 && script.statements.map(\.isDamaged) == [true, false])
    #expect(arguments(script).last == "b=c")
  }

  /// Lines that go on are indented, but so are those of a script; no statement holds the words `add` and `set`.
  @Test(arguments: [
    "add na\\\n  add b=c", "add a=x\\\n\tset b=c", "add a=b \\\n  add b=c", "print \\\n  add b=c",
    "add !na\\\n  add b=c", "set x \\\n  set b=c", "remove na\\\n  add b=c",
    "add a=\"b\" \\\n  add b=c",
  ])
  func anIndentedOneIsNotEither(text: String) {
    for header in ["", header] {
      let script = read(header + "/ip address\n\(text)\n")
      #expect(script.problems.map(\.kind.isCommandAfterBackslash) == [true])
      #expect(script.statements.map(\.isDamaged) == [true, false])
      #expect(arguments(script).last == "b=c")
    }
  }

  @Test(arguments: [
    "add a=\\\n    add b=c", "set \\\n    add b=c", "add a=\"x \\\n    add b=c\"",
    ":put x \\\n  add", ":log \\\nerror x", ":if true \\\ndo={:put x}",
  ])
  func aWordOfAStatementMayBeOne(text: String) {
    let script = read("/ip address\n\(text)\n")
    #expect(script.problems.isEmpty && script.count == 1)
  }

  @Test func aNameOfManyPiecesIsReadOnce() {
    let text = "/ip address\nadd " + String(repeating: "a\\\n ", count: 200_000) + "=b\n"
    #expect(read(text).count == 1)
  }
}

extension Problem.Kind {
  fileprivate var isCommandAfterBackslash: Bool {
    if case .commandAfterBackslash = self { true } else { false }
  }
}

@Suite struct WrappedCommentTests {
  private let comment = "# " + String(repeating: "a word ", count: 11) + "\n"

  @Test(arguments: [
    "pply the new settings", " pply it", "Pply 5 of them, a=b", "2 settings",
    "  (see also the mode=a)",
    "\u{D4}x", String(repeating: "a word ", count: 11) + "\nand more",
  ])
  func theRestBelongsToTheComment(rest: String) {
    let script = read(header + "/ipv6 nd\n\(comment)\(rest)\nset [ find ] interface=ether1\n")
    #expect(script.problems.isEmpty && script.count == 1 && script.comments.count == 2)
  }

  @Test(arguments: [
    "dd action=accept chain=input", "et telnet disabled=yes", "name=x", "ip address", "[x]", "{",
    "\\x",
  ])
  func whatMayBeATornCommandDoesNot(rest: String) {
    #expect(!read(header + "/ipv6 nd\n\(comment)\(rest)\nset [ find ] a=b\n").problems.isEmpty)
  }

  @Test func noCommandIsTaken() {
    let script = read(
      header + "/ipv6 nd\n\(comment)set [ find ] a=b\n\(comment)/ip pool\nadd c=d\n")
    #expect(script.problems.isEmpty && commands(script) == ["/ipv6/nd set", "/ip/pool add"])
  }
}
