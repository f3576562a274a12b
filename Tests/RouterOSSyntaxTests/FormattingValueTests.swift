import RouterOSSyntax
import Testing

/// How RouterOS spells values.
@Suite struct FormattingValueTests {
  private func value(_ written: String) throws -> String {
    let text = try formatted("/ip route\nadd comment=\(written)\n")
    #expect(text.hasPrefix("/ip route\nadd comment=") && text.hasSuffix("\n"))
    return String(text.dropFirst(22).dropLast())
  }

  @Test(arguments: [
    // What needs no quotes loses them.
    (#""abc""#, "abc"),
    (#""a/b:c,d-e.f_g@h%i+j~k<l>m#n*o!p|q""#, "a/b:c,d-e.f_g@h%i+j~k<l>m#n*o!p|q"),
    (#""!LAN""#, "!LAN"), (#"!"LAN""#, "!LAN"), (#"!"RDP Allow""#, #""!RDP Allow""#),
    // What needs them gets them.
    ("", #""""#), (#""""#, #""""#), ("a=b", #""a=b""#), ("a'b", #""a'b""#),
    (#""a b""#, #""a b""#), (#""(a)""#, #""(a)""#), (#""[a]""#, #""[a]""#), (#""{a}""#, #""{a}""#),
    (#""a;b""#, #""a;b""#), (#"" ""#, #"" ""#),
    // Every escape, in the one spelling RouterOS has for it.
    (#""\"\\\$\?""#, #""\"\\\$\?""#), (#"a\"b"#, #""a\"b""#), (#""a?b""#, #""a\?b""#),
    (#"a?b"#, #""a\?b""#), (#""\t\r""#, #""\t\r""#), (#""\09\0D""#, #""\t\r""#),
    (#""\a\b\f\v""#, #""\a\b\f\v""#), (#""\07\08\0C\0B""#, #""\a\b\f\v""#),
    (#""\1b\00\7f\d0\9E""#, #""\1B\00\7F\D0\9E""#), (#""\41\5f""#, "A_"), (#""a\_b""#, #""a b""#),
    ("é", #""\C3\A9""#), ("\"a\tb\"", #""a\tb""#),
    // What nobody has seen stays as it is.
    ("a&b", "a&b"), (#""a&b""#, #""a&b""#), ("a^b", "a^b"), (#""a`b""#, #""a`b""#),
    // What a value means is none of the formatter's business.
    ("24:00:00", "24:00:00"), ("1d", "1d"), ("0x10", "0x10"), ("true", "true"), ("1,2,3", "1,2,3"),
  ]) func isSpeltAsRouterOSDoes(written: String, expected: String) throws {
    #expect(try value(written) == expected)
  }

  @Test func aLineBreakWithinAStringIsAnEscape() throws {
    #expect(
      try formatted("/system note\nset note=\"a\nb\"\n")
        == "/system note\nset note=\"a\\\n    \\nb\"\n")
  }

  @Test func bytesThatAreNoTextAreEscaped() throws {
    let text = try formatted(Array("/ip route\nadd comment=".utf8) + [0xD4, 0xF3, 0x0A])
    #expect(text == "/ip route\nadd comment=\"\\D4\\F3\"\n")
  }

  @Test func propertiesStandInTheOrderOfTheirBytes() throws {
    #expect(
      try formatted("/ip route\nadd gateway=a !distance fib B=1 a-b=1 a.b=2 a=3 comment=c\n")
        == "/ip route\nadd B=1 a=3 a-b=1 a.b=2 comment=c !distance fib gateway=a\n")
  }

  @Test func aRepeatedPropertyIsKeptInItsOrder() throws {
    let text = "/zerotier\nset zt1 disabled=yes disabled=no name=a\n"
    #expect(try formatted(text) == text)
    #expect(
      try formatted("/zerotier\nset zt1 name=a disabled=yes disabled=no\n") == text)
  }

  @Test func dottedNamesGoOnFromEachOtherInRouterOS7() throws {
    let short = """
      # 2026-03-02 10:00:00 by RouterOS 7.22.1
      /routing bgp connection
      add local.role=ebgp name=a remote.address=192.0.2.1 .as=64500 .port=1

      """
    let full = short.replacing(" .as", with: " remote.as").replacing(" .port", with: " remote.port")
    #expect(try formatted(short) == short)
    #expect(try formatted(full) == short)
  }

  /// A name of two dots is written in full, because nothing short would be read as the same.
  @Test func aNameOfTwoDotsIsWrittenInFull() throws {
    let once = try formatted("/a\nadd b.c=1 b.d=1 ..e=1 x=1\nadd b.c=1 .d=2\n")
    #expect(once == "/a\nadd b..e=1 b.c=1 b.d=1 x=1\nadd b.c=1 b.d=2\n")
    #expect(try formatted(once) == once)
  }

  @Test func dottedNamesStandInFullInRouterOS6() throws {
    let text = """
      # jul/27/2021 09:14:07 by RouterOS 6.48.3
      /caps-man interface
      add channel.band=2ghz-b channel.width=20 name=a

      """
    #expect(try formatted(text) == text)
    let bare = text.split(separator: "\n", maxSplits: 1)[1]
    #expect(try formatted(String(bare)) == bare)
  }

  @Test(arguments: [
    ("[find default-name=ether1]", "[ find default-name=ether1 ]"),
    ("[  find   default=yes ]", "[ find default=yes ]"), ("[find]", "[ find ]"),
    ("[find where name=\"a b\"]", "[ find name=\"a b\" ]"),
    ("[find name=\"ab\"]", "[ find name=ab ]"),
    ("[find name=\"a<b,c\"]", "[ find name=\"a<b,c\" ]"),
    ("[find name=é]", "[ find name=\"\\C3\\A9\" ]"),
    ("0", "0"), ("telnet", "telnet"), ("*FFFFFFFE", "*FFFFFFFE"),
    ("\"wlan 2Ghz\"", "\"wlan 2Ghz\""),
    ("\"wlan\"", "wlan"), ("\"!a\"", "\"!a\""), ("(unknown)", "(unknown)"),
  ]) func targetsComeFirst(written: String, expected: String) throws {
    #expect(
      try formatted("/ip service\nset \(written) port=1 disabled=no\n")
        == "/ip service\nset \(expected) disabled=no port=1\n")
  }
}
