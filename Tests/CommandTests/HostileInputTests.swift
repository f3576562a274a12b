import Foundation
import Testing

/// Whatever is wrong with arguments and input is one sentence on standard error and status 2.
@Suite struct HostileInputTests {
  private static let route = "/ip route\nadd gateway=192.0.2.1\n"

  /// A folder with one of each kind of file, gone after the test.
  private final class Folder {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init() throws {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try write(HostileInputTests.route, to: "router.rsc")
      try write("", to: "empty")
      try write("/ip\u{0}route", to: "binary")
      for (name, target) in [("dangling", "nowhere"), ("circle", "circle"), ("link", "router.rsc")]
      {
        try FileManager.default.createSymbolicLink(
          atPath: place.appending(path: name).path, withDestinationPath: target)
      }
      try run("mkfifo pipe")
    }

    deinit { try? FileManager.default.removeItem(at: place) }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: place.appending(path: name))
    }

    /// Runs a line of shell in the folder; `$JALUR` is the program.
    @discardableResult
    func run(_ line: String) throws -> (status: Int32, output: String, error: String) {
      try runProgram(
        URL(filePath: "/bin/sh"), ["-c", line], in: place,
        environment: ["JALUR": program?.path ?? "", "PATH": "/usr/bin:/bin"])
    }
  }

  private static func isOneSentence(_ error: String) -> Bool {
    error.hasPrefix("jalur: ")
      && error.split(separator: "\n", omittingEmptySubsequences: false).count == 2
      && !error.hasSuffix(".\n")
  }

  @Test(arguments: [
    ("no-such-file.rsc", "'no-such-file.rsc' does not exist"),
    ("/", "'/' is a directory; expected a file"),
    ("router.rsc/x", "'router.rsc/x' does not exist"),
    ("empty", "'empty' is empty; expected a RouterOS export"),
    ("binary", "'binary' is a binary file; expected a RouterOS export"),
    ("dangling", "'dangling' is a link to nothing"),
    ("circle", "'circle' cannot be read: its links lead in a circle"),
    ("pipe", "'pipe' is no regular file; expected a RouterOS export"),
    ("/dev/zero", "'/dev/zero' is no regular file; expected a RouterOS export"),
    ("- < empty", "standard input is empty; expected a RouterOS export"),
    ("- < /dev/zero", "standard input is a binary file; expected a RouterOS export"),
    ("- <&-", "standard input cannot be read"),
    ("- - < router.rsc", "standard input can be read only once; give '-' once"),
    ("$(printf %0300d 0)", "cannot be read: its name is too long"),
    ("\"$(printf 'a\\033[31m')\"", "'a\\u{1b}[31m' does not exist"),
    ("\"$(printf 'a\\377')\"", "' does not exist"),
  ])
  func anInputThatIsNoExportIsRefused(words: String, message: String) throws {
    let folder = try Folder()
    for command in ["parse", "diff router.rsc", "audit"]
    where command.hasPrefix("diff") || words != "/" {
      if command.hasPrefix("diff"), words.hasPrefix("- -") { continue }
      let result = try folder.run("\"$JALUR\" \(command) \(words)")
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(
        Self.isOneSentence(result.error) && result.error.hasSuffix("\(message)\n"), "\(result)")
    }
  }

  @Test(.enabled(if: getuid() != 0)) func aFileThatMayNotBeReadIsRefused() throws {
    let folder = try Folder()
    let result = try folder.run("chmod 000 router.rsc; \"$JALUR\" audit router.rsc")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error == "jalur: 'router.rsc' cannot be read: permission denied\n")
  }

  @Test(arguments: [
    ("--no-such-flag", "unknown option '--no-such-flag'"),
    ("\"$(printf -- '--\\033[31m')\"", "unknown option '--\\u{1b}[31m'"),
    (
      "no-such-command",
      "no command 'no-such-command'; expected one of apply, audit, diff, explain, fmt, gate, init, parse, rules, schema, show, test"
    ),
    ("parse router.rsc --no-such-flag", "unknown option '--no-such-flag'"),
    ("audit", "no exports given, and no jalur.yaml names any"),
    ("diff router.rsc", "expected a second export, or '--apply' and a script"),
    ("diff - -", "standard input can be read only once"),
    (
      "audit --format yaml router.rsc", "the value 'yaml' is invalid for '--format <format[=file]>'"
    ),
    ("audit --include '' .", "the value '' is invalid for '--include <glob>'"),
    ("audit --policies nowhere router.rsc", "'nowhere' does not exist"),
    ("audit --policies /dev/zero router.rsc", "'/dev/zero' is no regular file; expected a rule"),
    ("audit --policies empty router.rsc", "'empty' is empty; expected a rule"),
    ("audit --policies . router.rsc", "'.' holds no rules"),
    ("audit --policies router.rsc router.rsc", "router.rsc:"),
    ("gate", "missing expected argument '--base <ref>'"),
    ("explain nothing", "no rule 'nothing'"),
  ])
  func wrongArgumentsAreRefused(words: String, message: String) throws {
    let result = try Folder().run("\"$JALUR\" \(words)")
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(
      Self.isOneSentence(result.error) && result.error.hasPrefix("jalur: \(message)"), "\(result)")
  }

  @Test func aPathMayBeginWithADash() throws {
    let folder = try Folder()
    try folder.write(Self.route, to: "-x.rsc")
    #expect(try folder.run("\"$JALUR\" parse -- -x.rsc").status == 0)
    let result = try folder.run("\"$JALUR\" parse -x.rsc")
    #expect(result.status == 2 && Self.isOneSentence(result.error))
    #expect(result.error.hasSuffix("; put '--' before paths that begin with '-'\n"), "\(result)")
  }

  @Test func pipesOfTheShellAreRead() throws {
    let folder = try Folder()
    #expect(try folder.run("cat router.rsc | \"$JALUR\" parse /dev/stdin").status == 0)
    let result = try folder.run("cat router.rsc | \"$JALUR\" diff router.rsc /dev/fd/3 3<&0")
    #expect(result.status == 0 && result.output == "no differences\n", "\(result)")
    #expect(try folder.run("\"$JALUR\" parse link").status == 0)
  }

  @Test(arguments: [">&-", ">/dev/full"])
  func aResultThatCannotBeWrittenIsNoSuccess(redirection: String) throws {
    let folder = try Folder()
    for command in ["parse --format json router.rsc", "audit router.rsc", "rules", "--help"] {
      let result = try folder.run("\"$JALUR\" \(command) \(redirection)")
      #expect(result.status == 2, "\(command): \(result)")
      #expect(result.error.contains("standard output was closed before everything was written"))
    }
  }

  @Test func aClosedPipeIsNoCrash() throws {
    let folder = try Folder()
    let text = "/ip route\n" + String(repeating: "add gateway=192.0.2.1\n", count: 20_000)
    try folder.write(text, to: "long.rsc")
    let line = "{ \"$JALUR\" parse --format json long.rsc; echo \"status $?\" >&2; } | true"
    let result = try folder.run(line)
    #expect(result.error.hasSuffix("everything was written\nstatus 2\n"), "\(result)")
  }

  @Test func aNameThatIsNotUTF8IsNotPassedOver() throws {
    let folder = try Folder()
    try folder.run("mkdir in; cp router.rsc in; cp router.rsc \"$(printf 'in/r\\377.rsc')\"")
    let result = try folder.run("\"$JALUR\" audit in")
    #expect(result.status == 2 && result.output.contains("1 export"), "\(result)")
    #expect(result.error.contains("rename it if its name is not UTF-8"), "\(result)")
  }

  @Test func aFileThatIsReachedTwiceIsAuditedOnce() throws {
    let folder = try Folder()
    let result = try folder.run(
      "\"$JALUR\" audit --rule default-route-pair router.rsc ./router.rsc \"$PWD/router.rsc\" link ."
    )
    #expect(result.status == 0 && result.output.hasPrefix("1 export, "), "\(result)")
    #expect(result.error == "jalur: skipped 3 files that hold no export and 3 links\n", "\(result)")
  }

  @Test(arguments: [
    "audit --show-unknown .", "parse a*", "parse --format json a*", "fmt --check .",
    "fmt --mask-secrets a*",
    "diff a* router.rsc", "diff --exit-code b* router.rsc", "audit --policies a* .",
    "audit missing*",
  ])
  func namesCannotForgeLines(command: String) throws {
    let folder = try Folder()
    let lineBreaks = "\n\u{85}\u{2028}\r"
    try folder.write(
      "/ip route\nadd  gateway=\"192.0.2.1\\nforged\" comment=\"\\nforged\"\nadd name=\"\n",
      to: "a\(lineBreaks)forged.rsc")
    try folder.write(
      "/ppp secret\nadd name=\"\\nforged\" password=x\n", to: "b\(lineBreaks)forged.rsc")
    let result = try folder.run("\"$JALUR\" \(command)")
    #expect((0...2).contains(result.status))
    for line in (result.output + result.error).unicodeScalars.split(whereSeparator: {
      "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
    }) {
      #expect(!String(String.UnicodeScalarView(line)).hasPrefix("forged"), "\(result)")
    }
  }

  @Test func manyFindingsOnOneLineCostLittle() throws {
    let start = ContinuousClock.now
    let passwords = (0..<5_000).map { "password=p\($0)" }.joined(separator: " ")
    let text = "/ppp secret\nadd name=a \(passwords)\n"
    for format in ["json", "text"] {
      let result = try auditByFirstRules("--format", format, "-", input: text)
      #expect(result.status == 1)
      #expect(result.output.components(separatedBy: "secret-in-export").count > 5_000)
      #expect(result.output.utf8.count < 5_000_000)
    }
    let long =
      "/ppp secret\nadd comment=\"\(String(repeating: "x", count: 1_000_000))\" password=x\n"
    #expect(try auditByFirstRules("-", input: long).output.utf8.count < 2_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func secretsThatResembleEachOtherCostLittle() throws {
    let start = ContinuousClock.now
    let secrets = (4..<64).map { "add password=\(String(repeating: "a", count: $0))b\n" }.joined()
    let text =
      "/ppp secret\n\(secrets)/ip route\nadd comment=\"\(String(repeating: "a", count: 100_000))\"\n"
      + "/system script\nadd source=\"\(String(repeating: "://a:b", count: 20_000))\"\n"
    #expect(try jalur("parse", "--format", "json", "-", input: text).status == 0)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
