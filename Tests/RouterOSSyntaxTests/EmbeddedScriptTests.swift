import RouterOSSyntax
import SourceText
import Testing

/// The script that the first statement's argument `name` holds.
private func embedded(_ name: String?, in script: Script) throws -> Script {
  let statement = try #require(script.statements.first)
  let argument = try #require(statement.arguments.last { $0.name == name })
  return try #require(statement.script(of: argument))
}

@Suite struct EmbeddedScriptTests {
  @Test func aSourceIsReadThroughItsEscapes() throws {
    let text =
      "/system script\nadd name=a source=\"/user add name=\\\"x y\\\" pass\\\n    word=\\\\\\\"\\r\\\n    \\n:log info \\$a\"\n"
    let script = read(text)
    let inner = try embedded("source", in: script)
    #expect(inner.file === script.file)
    #expect(inner.statements.map(\.verb) == ["add", ":log"])
    let statement = try #require(inner.statements.first)
    #expect(statement.menu == "/user")
    let name = try #require(statement.arguments.first)
    #expect(name.value == "x y")
    #expect(script.file.text(in: name.valueSpan) == "\\\"x y\\\"")
    let last = try #require(inner.statements.last)
    #expect(script.file.text(in: last.span) == ":log info \\$a")
  }

  @Test func aBlockRunsInTheMenuOfItsStatement() throws {
    let script = read("/ip route\n:if (true) do={ add gateway=192.0.2.1 }\n")
    let inner = try embedded("do", in: script)
    #expect(inner.statements.map(\.menu) == ["/ip/route"])
    #expect(inner.problems.isEmpty)
    let argument = try #require(inner.statements.first?.arguments.first)
    #expect(script.file.text(in: argument.span) == "gateway=192.0.2.1")
  }

  @Test(arguments: [
    ("/ip address { add address=192.0.2.1/24 }\n", "/ip/address"),
    ("/system {\nset a=b\n}\n", "/system"),
    ("/ip/dns/static{ add name=a }\n", "/ip/dns/static"), ("/ip route\n{ add x=1 }\n", "/ip/route"),
    ("/ip route\nrule {\n  add x=1\n}\n", "/ip/route/rule"), ("/ip route\n.. { set x=1 }\n", "/ip"),
    ("/ip route\n:do { add x=1 }\n", "/ip/route"), ("/ip route\ndo { add x=1 }\n", "/ip/route"),
  ])
  func aBlockBehindAMenuRunsInIt(text: String, menu: String) throws {
    let inner = try embedded(nil, in: read(text))
    #expect(inner.statements.map(\.menu) == [menu] && inner.problems.isEmpty)
  }

  @Test func blocksOfMenusNest() throws {
    let outer = try embedded(nil, in: read("/system {\n  ntp { client { set enabled=yes } }\n}\n"))
    let inner = try embedded(nil, in: try embedded(nil, in: outer))
    #expect(inner.statements.map(\.menu) == ["/system/ntp/client"])
  }

  @Test func aSourceInBracesBeginsInTheRoot() throws {
    let script = read("/system script add name=a source={ ip pool add name=b }\n")
    #expect(try embedded("source", in: script).statements.map(\.menu) == ["/ip/pool"])
  }

  @Test func originsNest() throws {
    let text =
      "[admin@x] /system/scheduler> add on-event=\"{ /system script add source=\\\"/user add name=\\\\\\\n\"\\... \\\"me\\\\\\\"\\\" }\"\n"
    let script = read(text)
    #expect(script.problems.isEmpty)
    let event = try embedded("on-event", in: script)
    let block = try embedded(nil, in: event)
    let source = try embedded("source", in: block)
    let argument = try #require(source.statements.first?.arguments.first)
    #expect(argument.name == "name" && source.statements.first?.menu == "/user")
    #expect(script.file.text(in: argument.span).hasPrefix("name="))
  }

  @Test func otherValuesHoldNoScript() throws {
    let script = read("/ip dns static\nadd comment=\":put a\" name=a address=$b\n")
    let statement = try #require(script.statements.first)
    #expect(statement.arguments.allSatisfy { statement.script(of: $0) == nil })
  }

  @Test func deepBlocksCostTheirSize() throws {
    let depth = 100_000
    var script = read(String(repeating: "{", count: depth) + String(repeating: "}", count: depth))
    for _ in 0..<16 { script = try embedded(nil, in: script) }
    #expect(script.count == 1)
  }
}
