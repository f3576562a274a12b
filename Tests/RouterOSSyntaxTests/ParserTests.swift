import RouterOSSyntax
import SourceText
import Testing

@Suite struct ParserTests {
  @Test func readsMenuVerbAndArguments() throws {
    let script = read("/ip route\nadd distance=2 gateway=203.0.113.1\n")
    let statement = try #require(script.statements.first)
    #expect(script.count == 1 && script.problems.isEmpty)
    #expect(statement.menu == "/ip/route" && statement.verb == "add")
    #expect(statement.arguments.map(\.name) == ["distance", "gateway"])
    #expect(statement.arguments.map(\.value) == ["2", "203.0.113.1"])
  }

  @Test func joinsContinuedLinesAndStrings() throws {
    let text = "/ppp profile\nadd name=\\\r\n    \"a\\\r\n    b\\\" c\" bridge=bridge1\r\n"
    let script = read(text)
    let statement = try #require(script.statements.first)
    #expect(script.problems.isEmpty)
    #expect(statement.arguments.map(\.value) == ["ab\" c", "bridge1"])
  }

  @Test func completesShorthandNames() throws {
    let script = read("/routing bgp connection\nadd remote.address=192.0.2.1 .as=64500\n")
    let statement = try #require(script.statements.first)
    #expect(statement.arguments.map(\.name) == ["remote.address", "remote.as"])
  }

  @Test func readsTheTargetOfSet() throws {
    let script = read(
      "/ppp profile\nset *FFFFFFFE bridge=bridge1\nset [ find default=yes ] bridge=b\n")
    #expect(script.statements.map { $0.target?.value } == ["*FFFFFFFE", "[ find default=yes ]"])
  }

  @Test func damageCostsItsStatementOnly() {
    let script = read("/ip route\nadd gateway=\"192.0.2.1\nadd gateway=192.0.2.2\n")
    #expect(script.problems.count == 1)
    #expect(script.statements.contains { $0.isDamaged })
  }

  @Test func readsTheHeader() {
    let script = read("# jul/27/2021 09:14:07 by RouterOS 6.48.3\n# model = RB951Ui-2nD\n")
    #expect(script.header.version == RouterOSVersion(6, 48, 3))
    #expect(script.header.model == "RB951Ui-2nD")
  }

  /// Whatever the bytes, parsing ends, and every span lies in the file and in order.
  @Test func survivesAnyBytes() {
    let alphabet = Array("/ip route\nadd set=\"\\[]{}()$;#!. *\r\t".utf8) + [0, 0xFF, 0xC3]
    for seed in UInt64(1)...400 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      let bytes = (0..<300).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let script = parse(SourceFile(name: "random", bytes: bytes))
      var end: UInt32 = 0
      for statement in script.statements {
        #expect(statement.span.start >= end, "seed \(seed)")
        #expect(Int(statement.span.end) <= bytes.count, "seed \(seed)")
        end = statement.span.end
      }
    }
  }
}
