import RouterOSSyntax
import Testing

/// What a damaged statement costs: itself, and nothing behind it.
@Suite struct RecoveryTests {
  @Test(arguments: [
    ":put \"a\"b; :put c\n", "add x=a\"b; :put c\n", "}; :put c\n", "Put x ; :put c\n",
    ":put a) ;:put c\n", "add x=\"\\q\"; /ip dns; :put c\n", "a=1 b=\"; /ip x;\"; put c\n",
    ":if \"a\"b ([;]) do={ :put a; :put b }; :put c\n", ":put \"a\"b \\\n  x; :put c\n",
    ":put \"a\"b; :put c;\n:put d\n",
  ])
  func whatStandsBehindASeparatorIsRead(text: String) {
    let script = read("/ip route\n" + text)
    #expect(script.problems.count == 1, "\(script.problems)")
    let damaged = script.statements.map(\.isDamaged)
    #expect(damaged.first == true && damaged.dropFirst().allSatisfy { !$0 }, "\(text)")
    #expect(script.statements.contains { $0.arguments.first?.value == "c" }, "\(text)")
  }

  /// A separator in damage may belong to the damage, and to a secret in it.
  @Test(arguments: [
    "add password=\"a\"b;hunter2 x\n", "add password=\"a\"b;/hunter2 x\n", "add x=\"a\"b;c=d\n",
    "add x=\"a\"b \"; add y=1\"\n",
    "add x=\"a; add y=1\n", "add x=\"a\"b [; add y=1 ]\n", "add x=\"a\"b \\; add y\n",
  ])
  func whatIsNoStatementForCertainIsDamage(text: String) {
    let script = read("/ip route\n\(text)add z=1\n")
    #expect(script.statements.map(\.isDamaged) == [true, false], "\(text)")
    #expect(script.problems.count == 1)
  }

  @Test(arguments: [
    "add a=1 \\\n# note\n    b=2\n", "add a=1 \\\n  # one\n# two \\\n    b=2 \\\n    c=3\n",
    "add a=1 \\\n# it's \"quoted\n", ":if (true) \\\n# note\n    do={ :put a }\n",
  ])
  func aCommentBetweenContinuedLinesIsOneProblem(text: String) {
    let script = read("/ip route\n\(text)add z=1\n")
    #expect(script.problems.map(\.kind) == [.commentAfterBackslash], "\(script.problems)")
    #expect(script.statements.map(\.isDamaged) == [true, false], "\(text)")
  }

  @Test func aValueMayBeginWithAHash() {
    #expect(read("/ip route\nadd comment=\\\n    #1 name=##b\n").problems.isEmpty)
  }

  /// A block belongs to its statement, so that its end is not one too many.
  @Test func theBlockOfADamagedStatementIsPartOfIt() {
    let script = read(
      ":foreach i in=\"a\"b do={\n  :put \"}\"\n  :if (x) do={\n :put y }\n} else={\n}; :put c\n")
    #expect(script.problems.map(\.kind) == [.textAfterString])
    #expect(script.statements.map(\.isDamaged) == [true, false])
  }

  @Test func aBlockThatNothingClosesCostsOneLine() {
    let script = read(":put \"a\"b {\n:put c\n")
    #expect(script.problems.map(\.kind) == [.textAfterString])
    #expect(script.statements.map(\.isDamaged) == [true, false])
  }

  @Test func aCommandBehindABackslashIsRead() {
    let script = read("/ip route\nadd x=1 \\\nremove y\nadd x=2\n")
    #expect(commands(script) == ["/ip/route add", "/ip/route remove", "/ip/route add"])
    #expect(script.statements.map(\.isDamaged) == [true, false, false])
  }

  @Test func damageOnOneLineCostsItsLength() {
    let lines = ["x\"y {\n", "};", ":put \"a\"b;", "add \\\n#\n", "x\"y \\\n", "Put {[(;"]
    for line in lines {
      let script = read("/ip route\n" + String(repeating: line, count: 200_000))
      #expect(!script.problems.isEmpty)
    }
  }
}
