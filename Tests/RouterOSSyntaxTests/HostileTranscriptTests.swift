import RouterOSSyntax
import Testing

/// Transcripts of some size, most made to keep the reader busy: each ends at once. Were the work to grow
/// with the square of the size, a test would not end while anybody waits.
@Suite struct HostileTranscriptTests {
  private static func full(_ text: String, _ filler: Character) -> String {
    text + String(repeating: filler, count: 80 - text.utf8.count) + "\n"
  }

  @Test(arguments: [
    ("[admin@x] > print\n", "/a\n"), ("", "[admin@x] > /a\n"), ("/a\n", "[admin@x] > \n"),
    ("[admin@x] > /ip route add comment={\n", "{... a=b c\n"),
    ("[admin@x] > /ip route add a=b \\\n", "\\... a=b \\\n"),
    ("[admin@x] > /ip address print\n", " 0   D 192.0.2.1/24   192.0.2.0     ether1\n"),
    (full("[admin@x] > /ip route add a={", "x"), full("{... ", "x")),
    (full("[admin@x] > /ip route add a=", "x"), "c=d\n" + full("\\... a=", "x")),
    (full("[admin@x] > /ip route add a=", "x"), full("", "x")),
    ("", full("[admin@x] > /ip route add a=", "x") + full("", "x")),
    ("[admin@x] > /export\n", "/ip route\nadd x=1\n"), ("[admin@x] > /export\n", "\r"),
    ("", "[admin@x] > /export\n# by RouterOS 7.1\n"),
    ("", "[admin@x] > \r"), ("", "\u{1B}[m"), ("", "[admin@x] /a> b {\n"),
    ("", "[admin@x] > add \"a\n"), ("[admin@x] > ", ";/a b "),
  ])
  func endsAtOnce(start: String, part: String) {
    let count = 800_000 / part.utf8.count
    let script = read(start + String(repeating: part, count: count) + "[admin@x] > quit\n")
    #expect(script.isTranscript || !script.problems.isEmpty)
    #expect(script.skippedLines <= 2 * count + 1)
  }

  @Test func outputIsSkippedAndTheCommandsAroundItAreRead() {
    let output = String(repeating: " 0   D 192.0.2.1/24   192.0.2.0     ether1\n", count: 1_000)
    let command = "[admin@x] > /ip route add gateway=192.0.2.1\n"
    let part = command + "[admin@x] > /ip address print\n" + output
    let script = read(String(repeating: part, count: 50))
    #expect(script.problems.isEmpty)
    #expect(script.count == 100 && script.skippedLines == 50_000)
  }
}
