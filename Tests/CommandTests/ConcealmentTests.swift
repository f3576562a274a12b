import Foundation
import Testing

/// What no command ever shows. `SEKRET` is the secret of every example, in any case of letters.
@Suite struct ConcealmentTests {
  /// What every command says of an export, both streams together; each line of `example` is a line.
  static func outputs(of text: String) throws -> [(command: String, output: String)] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "a.rsc"))
    try Data("/ip dns\nset servers=192.0.2.1\n".utf8).write(to: folder.appending(path: "b.rsc"))
    let changed = text.replacing("\nadd ", with: "\nadd disabled=yes ")
    try Data(changed.utf8).write(to: folder.appending(path: "c.rsc"))
    let commands =
      [
        "audit --show-unknown a.rsc", "audit --show-unknown --format json a.rsc", "parse a.rsc",
        "parse --format json a.rsc", "fmt --check a.rsc", "fmt --mask-secrets a.rsc",
      ]
      + ["a.rsc b.rsc", "b.rsc a.rsc", "a.rsc c.rsc"].flatMap {
        ["diff \($0)", "diff --format json \($0)"]
      }
    return try commands.map { command in
      let words = command.split(separator: " ").map(String.init)
      let result = try runProgram(program, words, in: folder)
      #expect((0...2).contains(result.status), "\(command): \(result.error)")
      return (command, result.output + result.error)
    }
  }

  private static func expectNothingShown(of text: String) throws {
    for (command, output) in try outputs(of: text) {
      #expect(!output.lowercased().contains("sekret"), "\(command) of \(text): \(output)")
    }
  }

  @Test(arguments: [
    "/ppp secret\npassword=SEKRET\n", "/ppp secret\nname=t password=SEKRET\n",
    "add name=t password=SEKRET\n", "/ppp secret\nadd name=t password=abc;SEKRET user=u\n",
    "/ppp secret\nadd name=t password=abc\nSEKRET user=u\n",
    "/ppp secret\nadd name=t password=abc\nsekret user=u\n",
    "/ppp secret\nadd name=t password=\"abc\nadd SEKRET\" user=u\n",
    "/ppp secret\nadd name=t password=\"abc\nadd sekret\nadd name=u\n",
    "/ppp secret\nadd name=t password=\"abc\nset sekret\n",
    "/ppp secret\nadd name=t password = SEKRET\n", "/ppp secret\nadd name=t password =SEKRET\n",
    "/ppp secret\nadd name=t password= SEKRET\n", "/ppp secret\nadd name=t password=\nSEKRET\n",
    "/ppp secret\nadd name=SEKRET\" password=x\n", "/some menu\nadd sekret=\"x\n",
    "/ppp secret add name=t password=\"a\" SEKRET\" b\n",
    "[admin@x] > /ppp secret add name=a password=abc\nSEKRET\n[admin@x] > \n",
    "[admin@x] > /ppp secret print\n 0 name=a password=SEKRET\n[admin@x] > quit\n",
  ])
  func ofWhatCannotBeReadNothingIsShown(text: String) throws {
    try Self.expectNothingShown(of: text)
  }

  @Test(arguments: [
    ":local pw \"SEKRET\"\n", ":local password SEKRET\n", ":global apiToken (\"SEKRET\")\n",
    ":set psk \"SEKRET\"\n", ":global creds {\"user\"=\"x\";\"password\"=\"SEKRET\"}\n",
    ":set ($creds->\"password\") \"SEKRET\"\n", ":execute \":local pw \\\"SEKRET\\\"\"\n",
    "/system script\nadd name=a source=\":local pw \\\"SEKRET\\\"\\r\\n:put \\\"SEKRET\\\"\"\n",
    "/system script\nadd name=a source=\"# password: SEKRET\\n:put 1\"\n",
    "/system script\nadd name=a source={:local k {a=1}; /user set a password=SEKRET}\n",
    "/system scheduler\nadd name=a on-event=\"/ppp secret set x password=SEKRET\"\n",
    "/tool netwatch\nadd host=192.0.2.1 up-script=\":global token SEKRET\"\n",
    "/container envs\nadd key=MYSQL_PASSWORD list=a value=SEKRET\n",
    "{ /ppp secret add name=x password=SEKRET }\n",
    ":do { /user add password=SEKRET } on-error={}\n",
  ])
  func scriptsKeepTheirSecrets(text: String) throws { try Self.expectNothingShown(of: text) }

  @Test(arguments: [
    "/tool fetch url=\"https://user:SEKRET@example.com/\"\n",
    "/tool fetch url=https://SEKRET@example.com/a?b=c\n",
    "/tool fetch url=\"ftp://u:se/SEKRET@192.0.2.1/a\"\n",
    "/tool fetch url=\"https://example.com/?key=SEKRET\"\n",
    "/tool fetch http-header-field=\"Authorization: Bearer SEKRET\" url=https://example.com/\n",
    "/tool fetch http-data=\"{\\\"password\\\":\\\"SEKRET\\\"}\" url=https://example.com/\n",
    "/ip dns static\nadd address=192.0.2.1 comment=\"ftp://u:SEKRET@example.com\" name=x\n",
    "/system scheduler\nadd name=a on-event=\"/tool fetch url=ftp://u:SEKRET@example.com/a\"\n",
    "# https://u:SEKRET@example.com/\n/ip route\nadd gateway=192.0.2.1\n",
    "/system script\nadd name=a source=\"/tool fetch url=https://example.com/bot100000000:SEKRET-SEKRET-SEKRET-SEKRET-SEKRET/x\"\n",
    "/ppp secret\nadd comment=\"wifi password SEKRET1\" name=t\n",
  ])
  func urlsDoNotTellWhoLogsIn(text: String) throws { try Self.expectNothingShown(of: text) }

  @Test(arguments: [
    "/ppp secret\nadd comment=SEKRET name=t password=SEKRET\n",
    "/ppp secret\nadd name=\"is SEKRET, too\" password=SEKRET\n",
    "/ppp secret\nadd name=t password=SEKRET\n# for t SEKRET\n/ip pool\nadd name=SEKRET\n",
    "/system identity\nset name=SEKRET\n/ppp secret\nadd name=t password=SEKRET\n",
    "/ip route\nadd comment=SEKRET gateway=SEKRET\nadd gateway=SEKRET\n/ppp secret\nadd password=SEKRET\n",
    "/system script\nadd name=a source=\":put \\\"SEK\\\\\\$RET\\\"\"\n/ppp secret\nadd password=\"SEK\\$RET\"\n",
  ])
  func whatRepeatsASecretIsNotShown(text: String) throws {
    for (command, output) in try Self.outputs(of: text) {
      #expect(!output.contains("SEK"), "\(command) of \(text): \(output)")
    }
  }

  @Test(arguments: [
    "pass", "Password", "passwd", "psk", "wpa-psk", "wifi.passphrase", "eap.Secret", "api-key",
    "esp-enc-key", "pasword", "passwrod", "preshared-key2", "PRIVATE-KEY",
  ])
  func namesThatSoundLikeSecretsAreSecrets(name: String) throws {
    let text = "/some menu\nadd name=a \(name)=SEKRET\n"
    try Self.expectNothingShown(of: text)
    let result = try jalur("audit", "-", input: text)
    #expect(result.output.contains("error[secret-in-export]: \(name) of /some menu a"))
  }

  @Test(arguments: [
    "public-key", "minimum-password-length", "always-allow-password-login", "passthrough",
    "password-authentication", "use-ipsec-secret", "key-usage", "security",
  ])
  func otherNamesAreNone(name: String) throws {
    let result = try jalur("parse", "--format", "json", "-", input: "/some menu\nadd \(name)=abc\n")
    #expect(result.output.contains("\"abc\""), "\(result.output)")
  }

  /// The difference is said, and nothing else.
  @Test func scriptsThatDifferInASecretDiffer() throws {
    let checkout = try Checkout()
    for (name, secret) in [("a.rsc", "SEKRET"), ("b.rsc", "sekret")] {
      try checkout.write(
        "/system script\nadd name=a source=\":local pw \\\"\(secret)\\\"\"\n", to: name)
    }
    let result = try runProgram(program, ["diff", "a.rsc", "b.rsc"], in: checkout.folder)
    #expect(
      result.output.contains("source differs\n") || result.output.contains("1 added, 1 removed"))
    #expect(!result.output.lowercased().contains("sekret"))
  }

  @Test func aBlockIsPartOfTheExport() throws {
    let text = "{ /ppp secret add name=x password=SEKRET }\n"
    let result = try jalur("audit", "-", input: text)
    #expect(result.output.contains("error[secret-in-export]: password of /ppp secret x"))
    #expect(result.output.contains("1 | { /ppp secret add name=x password=<secret> }"))
  }

  @Test(arguments: [
    ("<hunter2>", true), ("***", true), ("****", true), ("*****a", true), ("<>", true),
    ("*****", false), ("<secret>", false), ("<removed>", false), ("<hidden>", false),
    ("REDACTED", false), ("$password", false), ("\\$password", true), ("$a b", true),
  ])
  func onlyKnownMasksAreNoSecrets(value: String, isSecret: Bool) throws {
    let result = try jalur("audit", "-", input: "/ppp secret\nadd name=a password=\"\(value)\"\n")
    #expect(result.output.contains("secret-in-export") == isSecret, "\(result.output)")
  }
}
