import Foundation
import Testing

/// A file that is gone after the test.
final class TemporaryFile {
  let path: String

  init(_ text: String) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).rsc").path
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct CommandTests {
  @Test func parseReadsStandardInput() throws {
    let result = try jalur(
      "parse", "--format", "json", "-", input: "/ip route\nadd gateway=192.0.2.1\n")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.hasPrefix("{\"schema\":1,\"file\":\"-\",\"routerOS\":null,"))
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((value?["statements"] as? [Any])?.count == 1)
  }

  @Test func parseHidesSecrets() throws {
    let text = "/ppp secret\nadd name=a password=open-sesame\n"
    let hidden = try jalur("parse", "--format", "json", "-", input: text)
    #expect(!hidden.output.contains("open-sesame") && hidden.output.contains("<secret>"))
    let shown = try jalur("parse", "--format", "json", "--show-secrets", "-", input: text)
    #expect(shown.output.contains("open-sesame"))
  }

  @Test(arguments: [
    "/interface ethernet\n{ /user add name=a password=open-sesame }\n",
    "{ { :if (a) do={ /ppp secret add password=\"open-sesame\" } } }\n",
    "/system script\nadd source=\"/user add password=open-\\\n    sesame\\r\\\n    \\n:put a\"\n",
    "/system script\nadd source=\"/user add password=\\\"open-sesame\\\" name=a\"\n",
    "/system scheduler add on-event={/user add password=open-sesame}\n",
    ":local r ([/user add password=open-sesame] . \"x\")\n",
    ":put \"$[/user add password=open-sesame]\"\n",
    "/ip route\nset [find password=open-sesame] a=b\n",
    ":execute \"/user add password=open-sesame\"\n",
    "/ppp secret\nremove [find secret=open-sesame]\n",
    ":foreach i in=[find] do={ add password=open\\\n    -sesame name=a }\n",
    "[admin@x] > /ppp secret add name=a password=\"open-\\\n\"\\... sesame\"\n",
    "[admin@x] > {\n{... /user add password=open-sesame\n{... }\n[admin@x] > \n",
    "[admin@x] > /user add name=a password=open-sesame\nfailure: no\n",
  ])
  func parseHidesSecretsInCode(text: String) throws {
    for format in ["json", "text"] {
      let hidden = try jalur("parse", "--format", format, "-", input: text)
      #expect(!hidden.output.contains("sesame"), "\(hidden.output)")
    }
    let hidden = try jalur("parse", "--format", "json", "-", input: text)
    #expect(hidden.output.contains("<secret>"))
    let shown = try jalur("parse", "--format", "json", "--show-secrets", "-", input: text)
    #expect(shown.output.contains("sesame") && !shown.output.contains("<secret>"))
  }

  @Test func parseHidesSecretsHoweverDeep() throws {
    let text =
      String(repeating: "{", count: 40) + " /user add password=open-sesame "
      + String(repeating: "}", count: 40) + "\n"
    let hidden = try jalur("parse", "--format", "json", "-", input: text)
    #expect(!hidden.output.contains("sesame") && hidden.output.contains("<secret>"))
  }

  @Test func auditHidesEveryPieceOfASecret() throws {
    let prompt = "[admin@client] > "
    let command = "/ppp secret add name=a password="
    let start = prompt + command
    let text =
      "\(start)\(String(repeating: "z", count: 80 - start.count))\nopen-sesame service=l2tp\n"
      + "[admin@client] > /ppp secret add name=c password=\"sesame\\\n\"\\... sesame\" \\\n\\... profile=d\n"
    let result = try jalur("audit", "--show-unknown", "-", input: text)
    #expect(result.output.contains("secret-in-export"), "\(result.output)")
    #expect(!result.output.contains("sesame") && !result.output.contains("zz"), "\(result.output)")
  }

  @Test(arguments: ["password= open-sesame \"", "password=\\\n\nopen-sesame x=1"])
  func parseHidesWhatMayBeTheRestOfASecret(damage: String) throws {
    let text = "/ppp secret\nadd name=a \(damage)\n"
    for format in ["json", "text"] {
      let result = try jalur("parse", "--format", format, "-", input: text)
      #expect(result.status == 1, "\(result.output)")
      #expect(!result.output.contains("sesame"), "\(result.output)")
    }
  }

  @Test func parseNamesThePlaceOfAProblem() throws {
    let result = try jalur("parse", "-", input: "/ip route\nadd gateway=\"192.0.2.1\n")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("-:2:13: error: this quote is never closed"))
  }

  @Test func diffHidesWhatAStatementSearchesFor() throws {
    let export = "# software id = \n/some menu\nset [ find password=open-sesame ] "
    let old = try TemporaryFile("\(export)x=1\n")
    let new = try TemporaryFile("\(export)x=2\n")
    for format in ["json", "text"] {
      let result = try jalur("diff", "--format", format, old.path, new.path)
      #expect(result.output.contains("<secret>") && !result.output.contains("sesame"), "\(result)")
    }
  }

  @Test func diffCountsAndExits() throws {
    let old = try TemporaryFile("/ip route\nadd gateway=192.0.2.1\n")
    let new = try TemporaryFile("/ip route\nadd check-gateway=ping gateway=192.0.2.1\n")
    let result = try jalur("diff", "--exit-code", old.path, new.path)
    #expect(result.status == 1)
    #expect(result.output.contains("check-gateway  none (default) → ping"))
    #expect(result.output.hasSuffix("0 added, 0 removed, 1 changed, 0 moved; 1 can cut a path\n"))
    #expect(try jalur("diff", old.path, new.path).status == 0)
    #expect(try jalur("diff", "--exit-code", old.path, old.path).output == "no differences\n")
  }

  @Test func diffRefusesWhatItCannotRead() throws {
    let old = try TemporaryFile("/ip route\nadd gateway=\"192.0.2.1\n")
    let result = try jalur("diff", old.path, old.path)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("cannot be compared"))
  }

  @Test(arguments: ["/ip route\nremove 0\n", "#error exporting \"/ip/route\" (timeout)\n"])
  func diffSaysWhatItLeavesOut(text: String) throws {
    let old = try TemporaryFile(text)
    let result = try jalur("diff", "--exit-code", old.path, old.path)
    #expect(result.status == 2 && result.output == "no differences\n")
    #expect(
      result.error.contains("no part in the comparison") || result.error.contains("incomplete"))
    #expect(result.error.hasSuffix("jalur: cannot tell whether the exports differ\n"))
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    let help = try jalur("--help")
    #expect(help.status == 0 && help.output.contains("jalur diff before.rsc after.rsc"))
    let version = try jalur("--version").output
    #expect(version.contains(/^0\.1\.0( \([0-9a-f]{7,40}(-dirty)?\))?\n$/), "\(version)")
  }
}
