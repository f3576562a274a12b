import RouterOSSyntax
import SourceText
import Testing

@Suite struct ArgumentTests {
  /// Escapes as RouterOS's manual lists them, and two hexadecimal digits for a byte.
  @Test(arguments: [
    (#"\""#, "\""), (#"\\"#, "\\"), (#"\$"#, "$"), (#"\?"#, "?"), (#"\_"#, " "), (#"\n"#, "\n"),
    (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\a"#, "\u{7}"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"),
    (#"\v"#, "\u{B}"), (#"\41"#, "A"), (#"\C3\A9"#, "é"), (#"\E9"#, "\u{E9}"),
  ])
  func decodesEachEscape(written: String, value: String) {
    let script = read("/system note\nset note=\"a\(written)b\"\n")
    #expect(script.problems.isEmpty)
    #expect(arguments(script) == ["note=a\(value)b"])
  }

  /// A continuation swallows its line break and the blanks that begin the next line, wherever it is.
  @Test(arguments: ["\n", "\r\n"])
  func joinsContinuations(lineBreak: String) {
    let between = "add chain=input \\\n    comment=\"a b\"\n"
    let afterEquals = "add chain=input comment=\\\n    \"a b\"\n"
    let inString = "add chain=input comment=\"a\\\n    \\_b\"\n"
    let inWord = "add chain=in\\\n    put comment=\"a b\"\n"
    for line in [between, afterEquals, inString, inWord] {
      let text = "/ip firewall filter\n\(line)".replacing("\n", with: lineBreak)
      #expect(arguments(read(text)) == ["chain=input", "comment=a b"], "\(text)")
    }
  }

  @Test func goesOnFromTheLastDottedName() {
    let text = """
      /interface wifi
      set [ find default-name=wifi1 ] configuration.country=Latvia .mode=ap .ssid=\\
          "a b" disabled=no security.authentication-types=wpa2-psk,wpa3-psk \\
          .passphrase=x

      """
    #expect(
      arguments(read(text)) == [
        "[ find default-name=wifi1 ]", "configuration.country=Latvia", "configuration.mode=ap",
        "configuration.ssid=a b", "disabled=no",
        "security.authentication-types=wpa2-psk,wpa3-psk", "security.passphrase=x",
      ])
  }

  @Test func unsetNamesGoOnFromDottedNamesToo() {
    let text =
      "/interface wifi\nadd configuration.mode=ap !.country .ssid=x security.a.b=1 .c.d=2\n"
    #expect(
      arguments(read(text)) == [
        "configuration.mode=ap", "!configuration.country", "configuration.ssid=x",
        "security.a.b=1", "security.a.c.d=2",
      ])
  }

  @Test func readsUnsetNegatedAndValuelessProperties() {
    let text = "/ip firewall filter\nadd !dscp in-interface-list=!LAN src-address-list=\"!a b\"\n"
    #expect(arguments(read(text)) == ["!dscp", "in-interface-list=!LAN", "src-address-list=!a b"])
    let flag = read("/routing table\nadd disabled=no fib name=to_isp\n")
    #expect(flag.problems.isEmpty && arguments(flag) == ["disabled=no", "fib", "name=to_isp"])
  }

  @Test func keepsEmptyValuesAndRepetitions() {
    let text = "/zerotier\nset zt1 comment= disabled=no name=\"\" disabled=yes\n"
    #expect(
      arguments(read(text)) == ["zt1", "comment=", "disabled=no", "name=", "disabled=yes"])
  }

  /// What a bare value may hold according to real exports.
  @Test(arguments: [
    "192.0.2.1%ether1", "2001:db8::1/64", "a,b,!c", "<AUTO:DHCP>", "~~~API", "#1", "1-24,30",
    "4M/4M",
    "both-addresses:2/0", "A=B", "x|y", "*", "5m30s", "0x8000", "jan/05/2021",
  ])
  func keepsBareValuesWhole(value: String) {
    let script = read("/ip route\nadd comment=\(value) distance=1\n")
    #expect(script.problems.isEmpty && arguments(script) == ["comment=\(value)", "distance=1"])
  }

  @Test func readsNamesWithASlash() {
    let text =
      "/interface wireless\nset [ find default-name=wlan1 ] basic-rates-a/g=6Mbps band=5ghz-a\n"
    #expect(arguments(read(text)).contains("basic-rates-a/g=6Mbps"))
  }

  @Test(arguments: [
    ("[ find default-name=ether1 ]", "[ find default-name=ether1 ]"),
    ("[ find \\\n    default=yes ]", "[ find default=yes ]"), ("0", "0"), ("telnet", "telnet"),
    ("\"wlan 2Ghz\"", "wlan 2Ghz"), ("*FFFFFFFE", "*FFFFFFFE"),
    ("[find name~\"x y\"]", "[find name~\"x y\"]"),
    ("$id", "$id"), ("a,b", "a,b"),
  ])
  func readsEveryTargetOfSet(written: String, target: String) throws {
    let script = read("/interface ethernet\nset \(written) disabled=yes\n")
    #expect(script.problems.isEmpty)
    let statement = try #require(script.statements.first)
    #expect(statement.target?.value == target)
    #expect(statement.arguments.last?.name == "disabled")
  }

  @Test func settingsHaveNoTarget() {
    let script = read("/ip dns\nset servers=192.0.2.53\n")
    #expect(script.statements.first?.target == nil)
  }

  @Test func bytesThatAreNotUTF8StayDifferent() throws {
    let values = [[0xD4, 0xF3], [0xD4, 0xF4]].map { (bytes: [UInt8]) in
      let text = Array("/system note\nset note=".utf8) + bytes + [0x0A]
      return arguments(parse(SourceFile(name: "a", bytes: text)))
    }
    #expect(values[0] != values[1] && values[0] == ["note=\u{D4}\u{F3}"])
  }

  @Test func aNameHoldsLettersDigitsAndFourOthers() {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let allowed = Set((letters + letters.uppercased() + "0123456789-._/").unicodeScalars)
    for scalar in (0x21...0x7E).compactMap(Unicode.Scalar.init) where scalar != "=" {
      let script = read("/a\nadd x\(scalar)y=1\n")
      let isName = script.statements.first?.arguments.first?.name == "x\(scalar)y"
      #expect(isName == allowed.contains(scalar), "\(scalar)")
    }
  }
}
