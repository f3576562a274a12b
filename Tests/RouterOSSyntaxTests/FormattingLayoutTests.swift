import RouterOSSyntax
import Testing

/// Menu lines, comments, blank lines and line ends.
@Suite struct FormattingLayoutTests {
  private static let section = FormatOptions(style: .section)
  private static let terse = FormatOptions(style: .terse)

  @Test(arguments: [
    "/ip/address\nadd x=1\n", "/ip address add x=1\n/ip route\n", "  /ip   address\n\tadd x=1  \n",
    "/ip address;add x=1\n", "/ip\naddress add x=1\n", "/ip address\n\n\nadd x=1\n\n",
  ]) func menusAreSpeltWithBlanksOnALineOfTheirOwn(text: String) throws {
    let expected =
      text.hasPrefix("/ip\n") ? "/ip\n/ip address\nadd x=1\n" : "/ip address\nadd x=1\n"
    let rest = text.hasSuffix("/ip route\n") ? "/ip route\n" : ""
    #expect(try formatted(text, Self.section) == expected + rest)
  }

  @Test(arguments: ["", "\u{FEFF}", " ", ";", "\n\n", "\r\n\t\r\n", "\u{FEFF}\n"])
  func aFileThatSaysNothingStaysAsItIs(text: String) throws {
    #expect(Array(try formatted(text).utf8) == Array(text.utf8))
  }

  @Test func carriageReturnsAloneEndTheLinesOfABrokenStatement() throws {
    let value = String(repeating: "0123456789", count: 7)
    let wide = "# a\r/ip dns\rset a=\(value) b=\(value) \\\r    c=\(value)\r"
    #expect(Array(try formatted(wide).utf8) == Array(wide.utf8))
  }

  @Test func aMenuIsNamedAgainWhenAnotherCameBetween() throws {
    #expect(
      try formatted("/ip address\nadd a=1\n/ip route add b=1\nadd c=1\n/ip address\nadd d=1\n")
        == "/ip address\nadd a=1\n/ip route\nadd b=1\n/ip address\nadd c=1\nadd d=1\n")
  }

  @Test func menusWithoutEntriesStay() throws {
    let text = "/ip route\n/ip address\nadd x=1\n#error exporting /ip pool\n/ip dns\n"
    #expect(try formatted(text) == text)
  }

  @Test func statementsOnOneLineAreParted() throws {
    #expect(try formatted("/ip route\nadd a=1; add b=1;\n") == "/ip route\nadd a=1\nadd b=1\n")
  }

  @Test func duplicatesStay() throws {
    let text = "/ip route\nadd a=1\nadd a=1\nadd\n"
    #expect(try formatted(text) == text)
  }

  @Test func commentsStayAsTheyAreBeforeWhatTheyDescribe() throws {
    let text = """
      # jul/27/2021 09:14:07 by RouterOS 6.48.3
      # software id =\u{20}
      #
      /interface wireless
      # managed by CAPsMAN
      #
      set [ find default-name=wlan1 ] disabled=no
      # ipv6 neighbor configuration has changed, please restart the device in order to
       pply the new settings
      /ipv6 nd
      #error exporting /ip calea
      # no blank line behind me

      """
    #expect(try formatted(text) == text)
    #expect(
      try formatted(text.replacing("\n", with: "\n\n").replacing("to\n\n", with: "to\n")) == text)
  }

  @Test func aTerseExportNamesTheMenuOnEveryLine() throws {
    let terse = """
      # header
      /ip address add address=192.0.2.1/24 interface=ether1
      /ip address add address=192.0.2.2/24 interface=ether2
      /interface wireless
      # managed by CAPsMAN
      set [ find default-name=wlan1 ] ssid=a
      /interface wireless
      # managed by CAPsMAN
      set [ find default-name=wlan2 ] ssid=b
      /system identity set name=a

      """
    let section = """
      # header
      /ip address
      add address=192.0.2.1/24 interface=ether1
      add address=192.0.2.2/24 interface=ether2
      /interface wireless
      # managed by CAPsMAN
      set [ find default-name=wlan1 ] ssid=a
      # managed by CAPsMAN
      set [ find default-name=wlan2 ] ssid=b
      /system identity
      set name=a

      """
    #expect(try formatted(terse) == terse)
    #expect(try formatted(section) == section)
    #expect(try formatted(terse, Self.section) == section)
    #expect(try formatted(section, Self.terse) == terse)
  }

  @Test func aCommentBeforeATerseLineGoesBelowTheMenu() throws {
    #expect(
      try formatted("/ip dns set a=1\n# note\n/ip route add b=1\n", Self.section)
        == "/ip dns\nset a=1\n/ip route\n# note\nadd b=1\n")
    let text = "/ip dns set a=1\n# note\n/ip route add b=1\n"
    #expect(try formatted(text) == text)
  }

  @Test func anotherStyleBringsItsWidth() throws {
    let words = (0..<40).map { "p\($0 + 10)=value" }.joined(separator: " ")
    let terse = "/ip route add \(words)\n"
    let section = try formatted(terse, Self.section)
    #expect(section.split(separator: "\n").allSatisfy { $0.utf8.count < 80 })
    #expect(try formatted(section, Self.terse) == terse)
  }

  @Test(arguments: [
    ("/ip dns\r\nset a=1\r\n", "/ip dns\r\nset a=1\r\n"),
    ("/ip dns\r\nset a=1", "/ip dns\r\nset a=1"),
    ("/ip dns\r\nset a=1\r\nset b=1\n", "/ip dns\r\nset a=1\r\nset b=1\r\n"),
    ("/ip dns\nset a=1\nset b=1\r\n", "/ip dns\nset a=1\nset b=1\n"),
    ("/ip dns\nset a=1", "/ip dns\nset a=1"), ("/ip dns\rset a=1\r", "/ip dns\rset a=1\r"),
    ("\u{FEFF}/ip dns\nset a=1\n", "\u{FEFF}/ip dns\nset a=1\n"), ("# a", "# a"),
    ("/ip dns\rset a=1\nset a=2\n", "/ip dns\nset a=1\nset a=2\n"),
    ("/ip dns\r\nset a=\\\r\n  1\r\n", "/ip dns\r\nset a=1\r\n"),
  ]) func lineEndsAreThoseOfTheFile(text: String, expected: String) throws {
    #expect(Array(try formatted(text).utf8) == Array(expected.utf8))
  }
}
