import RouterOSSyntax
import SourceText
import Testing

@Suite struct HeaderTests {
  @Test(arguments: [
    ("# jul/27/2021 09:14:07 by RouterOS 6.48.3", "6.48.3", Header.Form.router),
    ("# 2024-11-20 09:14:07 by RouterOS 7.16.2", "7.16.2", .router),
    ("# sep/ 2/2020  3: 9:38 by RouterOS 7.1.3", "7.1.3", .router),
    ("# RouterOS 6.48.1", "6.48.1", .dateRemoved), ("# by RouterOS 6.49.6", "6.49.6", .dateRemoved),
    ("# ____-__-__ __:__:__ by RouterOS 7.8", "7.8", .dateMasked),
    ("# ---/--/---- --:--:-- by RouterOS 7.8", "7.8", .dateMasked),
    ("# 2024-11-20 09:14:07 by RouterOS 7.19rc1", "7.19rc1", .router),
    ("# mar/01/2019 00:00:00 by RouterOS 6.45beta27", "6.45beta27", .router),
    ("# jan/02/1970 00:00:12 by RouterOS 5.7", "5.7", .router),
  ])
  func readsEveryFormOfRelease(line: String, version: String, form: Header.Form) {
    let header = read("\(line)\r\n# software id = \r\n#\r\n/ip pool\r\n").header
    #expect(header.version?.description == version && header.form == form)
    #expect((header.date != nil) == (form == .router))
    #expect(header.softwareID == "")
  }

  @Test func readsWhatIsSaidOfTheHardware() {
    let text = """
      # 2024-11-20 09:14:07 by RouterOS 7.16.2
      # software id = ABCD-EFGH
      #
      # model = D53G-5HacD2HnD&EG06-EA
      # serial number = 0123456789AB
      /ip pool
      """
    let header = read(text).header
    #expect(header.model == "D53G-5HacD2HnD&EG06-EA" && header.serialNumber == "0123456789AB")
    #expect(header.softwareID == "ABCD-EFGH" && header.systemID == nil && header.tool == nil)
    #expect(read("# by RouterOS 7.20\n# system id = V/aw+nWnED\n").header.systemID == "V/aw+nWnED")
  }

  @Test func theRouterOutranksTheToolThatWroteBeforeIt() {
    let text =
      "# version: 7.15.1 (stable)\n#   platform: MikroTik\n# 2024-11-20 09:14:07 by RouterOS 7.15.2\n"
    let header = read(text + "/ip pool\n").header
    #expect(header.version == RouterOSVersion(7, 15, 2) && header.tool == "oxidized")
    #expect(
      read("# version: 7.15.1 (stable)\n/ip pool\n").header.version == RouterOSVersion(7, 15, 1))
  }

  @Test func aCommentInTheBodyIsNoHeader() {
    #expect(read("/ip pool\n# 2024-11-20 09:14:07 by RouterOS 7.15.2\n").header.version == nil)
  }
}

@Suite struct CommentTests {
  @Test func eachCommentIsKnownForWhatItIs() {
    let text = """
      # by RouterOS 7.16
      /interface wifi
      # managed by CAPsMAN
      # channel: 2412/20-Ce/gn(30dBm), SSID: a
      set [ find default-name=wifi1 ] disabled=no
      # at the end of a menu
      /interface bridge calea
      #error exporting "/interface/bridge/calea" (timeout)
      """
    #expect(
      read(text).comments.map(\.kind) == [
        .header, .state(ofStatement: 0), .state(ofStatement: 0), .note,
        .failedExport(menu: "/interface/bridge/calea"),
      ])
  }

  /// RouterOS wraps long comments without a backslash, and loses a letter.
  @Test func aWrappedCommentGoesOnOverTheNextLine() {
    let text = """
      # 2024-11-20 09:14:07 by RouterOS 7.16.2
      /ipv6 nd
      # ipv6 neighbor configuration has changed, please restart the device in order to
       pply the new settings
      set [ find default=yes ] disabled=no
      """
    let script = read(text)
    #expect(script.problems.isEmpty && script.count == 1)
    #expect(script.comments.last?.text.hasSuffix("pply the new settings") == true)
    let command = read(
      "/ip route\n# \(String(repeating: "long ", count: 15))\nadd gateway=192.0.2.1\n")
    #expect(command.count == 1)
    for line in ["  add x=1", "remove 0", " /ip route add x=1", ":put a", "pply new=1"] {
      let header = "# 2024-11-20 09:14:07 by RouterOS 7.16.2\n"
      let text = "\(header)/ip route\n# \(String(repeating: "long ", count: 20))\n\(line)\n"
      let script = read(text)
      #expect(script.count == 1 && script.comments.count == 2, "\(line)")
    }
  }

  @Test func aHashWithinAStatementIsNoComment() {
    let script = read("/ip route\nadd comment=#1 gateway=192.0.2.1\n")
    #expect(script.comments.isEmpty && arguments(script).first == "comment=#1")
  }
}
