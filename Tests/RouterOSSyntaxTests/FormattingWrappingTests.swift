import RouterOSSyntax
import Testing

/// Where RouterOS breaks lines; a width of 40 shows it in little room.
@Suite struct FormattingWrappingTests {
  private static let narrow = FormatOptions(width: .columns(40))

  @Test func aLineIsFilledUpToTwoShortOfTheWidth() throws {
    let fits = "/ip route\nadd comment=abcdefg gateway=192.0.2.10\n"
    #expect(fits.split(separator: "\n")[1].utf8.count == 38)
    #expect(try formatted(fits, Self.narrow) == fits)
  }

  @Test func theBlankBehindAValueMayStandOnTheEdge() throws {
    // The first line is 38 bytes without its last blank, the most that a width of 40 takes.
    #expect(
      try formatted(
        "/ip route\nadd comment=abcdefg gateway=192.0.2.10 x=1\n", Self.narrow) == #"""
          /ip route
          add comment=abcdefg gateway=192.0.2.10 \
              x=1

          """#)
  }

  @Test func aValueThatDoesNotFitStandsBehindItsName() throws {
    #expect(
      try formatted("/ip route\nadd comment=abcdefgh gateway=192.0.2.10\n", Self.narrow) == #"""
        /ip route
        add comment=abcdefgh gateway=\
            192.0.2.10

        """#)
  }

  @Test func aNameThatDoesNotFitTakesItsValueAlong() throws {
    #expect(
      try formatted("/ip route\nadd comment=abcdefghijklmnopqrst routing-table=a\n", Self.narrow)
        == #"""
        /ip route
        add comment=abcdefghijklmnopqrst \
            routing-table=a

        """#)
  }

  @Test func aStringThatFitsOnALineIsMovedWhole() throws {
    #expect(
      try formatted("/ip route\nadd comment=\"a b c d e f g h i j k l m n\" x=1\n", Self.narrow)
        == #"""
        /ip route
        add comment=\
            "a b c d e f g h i j k l m n" x=1

        """#)
  }

  @Test func aLongerStringBeginsWhereItIsAndIsBrokenAnywhere() throws {
    #expect(
      try formatted(
        "/ip route\nadd comment=\"abc defghi jklmno pqrstu vwxyz abcdef ghi\" x=1\n", Self.narrow)
          == #"""
          /ip route
          add comment="abc defghi jklmno pqrstu v\
              wxyz abcdef ghi" x=1

          """#)
  }

  @Test func anEscapeIsNeverBroken() throws {
    #expect(
      try formatted(
        #"/ip route\#nadd comment="abc defghi jklmno pqrst\"\C3\A9\"abcdef ghijkl"\#n"#,
        Self.narrow) == #"""
          /ip route
          add comment="abc defghi jklmno pqrst\"\
              \C3\A9\"abcdef ghijkl"

          """#)
  }

  @Test func aBlankThatWouldBeginALineIsEscaped() throws {
    #expect(
      try formatted(
        "/ip route\nadd comment=\"abc defghi jklmno pqrstuvw xyz abcdef ghi\"\n", Self.narrow)
          == #"""
          /ip route
          add comment="abc defghi jklmno pqrstuvw\
              \_xyz abcdef ghi"

          """#)
  }

  @Test func everyLineFeedBeginsALine() throws {
    let text = #"""
      /system script
      add name=a source="a\r\
          \nb\
          \n"

      """#
    #expect(try formatted("/system script\nadd name=a source=\"a\\r\\nb\\n\"\n") == text)
    #expect(
      try formatted(
        "/system script\nadd name=a source=\"a\\r\\nb\\n\"\n", FormatOptions(width: .unlimited))
        == text)
  }

  @Test func aLongPlainValueIsQuotedToBeBroken() throws {
    let list = (1...12).map { "a\($0)" }.joined(separator: ",")
    #expect(
      try formatted("/ip route\nadd comment=\(list)\n", Self.narrow) == #"""
        /ip route
        add comment="a1,a2,a3,a4,a5,a6,a7,a8,a9\
            ,a10,a11,a12"

        """#)
    let unlimited = "/ip route\nadd comment=\(list)\n"
    #expect(
      try formatted(
        "/ip route\nadd comment=\"\(list)\"\n", FormatOptions(width: .unlimited)) == unlimited)
  }

  @Test func aSearchIsBrokenOnlyAtItsBlanks() throws {
    #expect(
      try formatted(
        "/interface ethernet\nset [find default-name=a-very-long-name-of-one] x=1\n", Self.narrow)
          == #"""
          /interface ethernet
          set [ find \
              default-name=a-very-long-name-of-one \
              ] x=1

          """#)
  }

  @Test(arguments: [40, 60, 79, 130, 244]) func theWidthIsThatOfTheFile(width: Int) throws {
    let words = (0..<40).map { "p\($0)=\"value \($0)\"" }.joined(separator: " ")
    let long = String(repeating: "word ", count: 90)
    let text = "/ip route\nadd \(words)\nadd comment=\"\(long)\"\n"
    let laidOut = try formatted(text, FormatOptions(width: .columns(width)))
    #expect(try formatted(laidOut) == laidOut)
    #expect(laidOut.split(separator: "\n").allSatisfy { $0.utf8.count <= width })
  }

  @Test func aFileWithoutBreaksHasNoWidth() throws {
    let words = (0..<40).map { "p\($0 + 10)=value" }.joined(separator: " ")
    let text = "/ip route\nadd \(words)\n"
    #expect(try formatted(text) == text)
  }

  @Test func oneLineOfAnotherLengthIsNoReasonForAnotherWidth() throws {
    let wrapped = "add comment=\"\(String(repeating: "word ", count: 40))\"\n"
    let text = try formatted(
      "/ip route\n" + String(repeating: wrapped, count: 5), FormatOptions(width: .standard))
    let edited = text.replacingLastLine(with: wrapped)
    #expect(try formatted(edited) == text)
  }
}

extension String {
  /// The same with its last statement, three lines long, written otherwise.
  fileprivate func replacingLastLine(with line: String) -> String {
    split(separator: "\n").dropLast(3).joined(separator: "\n") + "\n" + line
  }
}
