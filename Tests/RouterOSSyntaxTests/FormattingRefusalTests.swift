import Diagnostics
import RouterOSSyntax
import SourceText
import Testing

/// What no export could hold is refused, at its place.
@Suite struct FormattingRefusalTests {
  @Test(arguments: [
    ("/ip route\nadd gateway=\"192.0.2.1\n", "this quote is never closed", "\""),
    ("/ip route\nremove 0\n", "this command stands in no export", "remove"),
    ("/ip route\n:put 1\n", "this command stands in no export", ":put"),
    ("/ip route print\n", "this command stands in no export", "/ip route print"),
    ("/\nset x 5\n", "this command stands in no export", "set x"),
    ("{ /ip route add x=1 }\n", "this command stands in no export", "{"),
    ("/ip route\nadd gateway=$gw\n", "this is code", "gateway=$gw"),
    ("/ip route\nadd comment=\"a $gw\"\n", "this is code", "comment="),
    ("/ip route\nadd gateway=(1 . 2)\n", "this is code", "gateway="),
    ("/system script\nadd source={ :put 1 }\n", "this is code", "source="),
    ("/ip route\nset [find gateway~\"a\"] x=1\n", "this is code", "[find"),
    ("/ip route\nset [find gateway=$a] x=1\n", "this is code", "[find"),
    ("/ip route\nset [find [get 1]] x=1\n", "this is code", "[find"),
    ("/ip route\nset x=1 [find]\n", "this is code", "[find]"),
    ("/ip pool\n/too\nadd\n/toot set m=1\n", "no menu and no command", "/toot set"),
    ("/ip route\nset x=1 a\n", "expected the entry to set before its properties", "a\n"),
  ]) func isRefusedAtItsPlace(text: String, message: String, place: String) throws {
    let script = parse(SourceFile(name: "example.rsc", text: text))
    let error = try #require(throws: SourceError.self) { try format(script) }
    #expect(error.message.hasPrefix(message))
    let rest = String(decoding: script.file.bytes[Int(error.primary.span.start)...], as: UTF8.self)
    #expect(rest.hasPrefix(place), "\(rest)")
  }
}
