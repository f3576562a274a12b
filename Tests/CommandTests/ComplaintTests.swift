import Testing

/// What is wrong with the arguments is one sentence, which names the way out.
@Suite struct ComplaintTests {
  @Test(arguments: [
    (["auidt", "x"], "no command 'auidt'; did you mean 'audit'?"),
    (
      ["audit", "--format", "xml", "x"],
      "the value 'xml' is invalid for '--format <format[=file]>'; expected one of "
        + "github, gitlab, json, junit, markdown, ndjson, sarif, text; see 'jalur audit --help'"
    ),
    (
      ["audit", "--color", "blue", "x"],
      "the value 'blue' is invalid for '--color <color>'; expected one of always, auto, never; "
        + "see 'jalur audit --help'"
    ),
    (
      ["audit", "--fromat", "json", "x"], "unknown option '--fromat'; did you mean '--format'?"
    ),
    (
      ["diff", "a"], "expected a second export, or '--apply' and a script; see 'jalur diff --help'"
    ),
    (["rules", "x"], "unexpected argument 'x'; see 'jalur rules --help'"),
    (["--nothing"], "unknown option '--nothing'; see 'jalur --help'"),
  ])
  func isOneSentence(arguments: [String], sentence: String) throws {
    let result = try runProgram(program, arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error == "jalur: \(sentence)\n")
  }

  /// The columns of examples stay columns at the 80 that help is broken at.
  @Test(arguments: ["audit", "diff", "fmt", "gate", "parse", "test"])
  func helpKeepsItsColumnsAndTellsTheExitStatus(command: String) throws {
    let help = try jalur(command, "--help").output
    #expect(help.contains("Exit status: 0 "))
    for line in help.split(separator: "\n") where line.hasPrefix("jalur ") && line.contains("   ") {
      #expect(line.utf8.count <= 80)
    }
    #expect(!help.contains("line and\ncolumn"))
  }
}
