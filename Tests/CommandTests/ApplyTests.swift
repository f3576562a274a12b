import Foundation
import Testing

/// `jalur apply` and `jalur diff --apply`.
@Suite struct ApplyTests {
  private static let old = """
    # 2026-01-01 00:00:00 by RouterOS 7.16
    /interface l2tp-client
    add connect-to=192.0.2.1 name=a password=hunter2hunter2
    /ip route
    add comment=main gateway=192.0.2.1

    """

  private func files(_ script: String) throws -> (old: TemporaryFile, script: TemporaryFile) {
    (try TemporaryFile(Self.old), try TemporaryFile(script))
  }

  @Test func printsTheOutcomeMasked() throws {
    let files = try files("/ip route set [find comment=main] distance=2\n")
    let result = try jalur("apply", files.old.path, files.script.path)
    #expect(result.status == 0, "\(result)")
    #expect(
      result.output == """
        # 2026-01-01 00:00:00 by RouterOS 7.16
        /interface l2tp-client
        add connect-to=192.0.2.1 name=a password=<secret>
        /ip route
        add comment=main distance=2 gateway=192.0.2.1

        """)
  }

  @Test func whatIsRefusedNamesTheStatement() throws {
    let files = try files("/ip route\nadd gateway=192.0.2.9\nset 0 distance=2\n")
    for arguments in [
      ["apply", files.old.path, files.script.path],
      ["diff", files.old.path, "--apply", files.script.path],
    ] {
      let result = try runProgram(program, arguments)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.error.contains(":3:1: the number '0' means another entry"), "\(result)")
    }
  }

  @Test func aSearchThatFindsNothingIsSaid() throws {
    let files = try files("/ip route set [find comment=backup] distance=2\n")
    let result = try jalur("diff", files.old.path, "--apply", files.script.path)
    #expect(result.status == 0 && result.output == "no differences\n")
    #expect(result.error.contains("this means no entry, and so changes nothing"))
  }

  @Test func theReviewerSeesWhatAScriptChanges() throws {
    let files = try files(
      "/ip route set [find comment=main] distance=2\n/ip dns set allow-remote-requests=yes\n")
    let result = try jalur("diff", files.old.path, "--apply", files.script.path)
    #expect(result.output.contains("distance  1 (default) → 2\n"), "\(result)")
    #expect(result.output.contains("allow-remote-requests  no (default) → yes\n"))
    #expect(
      try jalur("diff", files.old.path, files.old.path, "--apply", files.script.path).status == 2)
  }

  @Test func secretsOfTheScriptAreMaskedToo() throws {
    let files = try files("/ppp secret add name=b password=swordfish99\n")
    for arguments in [
      ["apply", files.old.path, files.script.path],
      ["diff", files.old.path, "--apply", files.script.path],
    ] {
      let result = try runProgram(program, arguments)
      #expect(result.status == 0 && !result.output.contains("swordfish"), "\(result)")
    }
  }
}
