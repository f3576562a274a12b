import RouterOSModel
import Testing

/// Where secrets stand, and what they are worth.
@Suite struct SecretViewTests {
  private func secrets(_ lines: String, _ version: String = "6.48") -> [Row] {
    rows(.secrets, of: lines, version)
  }

  /// Whether one secret in clear is found, and nothing else.
  private func finds(_ source: String) -> Bool {
    secrets("/system script\nadd name=a source=\"\(source)\"").count {
      word($0, "visible") == "yes"
    }
      == 1
  }

  @Test(arguments: [
    ":local password \\\"n0t-real\\\"", "/user add name=a password=n0t-real",
    "/tool fetch url=\\\"https://u:n0t-real@192.0.2.1/\\\"",
    "/tool fetch url=\\\"https://example.com/?token=n0t-real\\\"",
    "/tool fetch http-header-field=\\\"Authorization: Bearer n0t-real-1\\\"",
    ":put \\\"bot100000000:NOT-A-REAL-TOKEN-NOT-A-REAL-TOKEN-1\\\"",
    "# password: n0t-real", "# the password is n0t-real",
    ":local password (\\\"n0t-\\\" . \\\"real\\\")",
    ":local login {user=\\\"u\\\"; password=\\\"n0t-real\\\"}",
    ":put \\\"-----BEGIN RSA PRIVATE KEY-----NOT-A-REAL-KEY\\\"",
  ])
  func scriptsSpellOutSecrets(source: String) { #expect(finds(source), "\(source)") }

  @Test(arguments: [
    ":local password \\\"\\\"", ":local password \\$other", ":log info \\\"Password: try again\\\"",
    "/tool fetch url=\\\"http://192.0.2.1:8080/token\\\" password=\\$p",
    ":local tokenUrl \\\"https://example.com/token\\\"",
    ":local secretName \\\"ipsec-one\\\"", ":local password (\\\"n0t-\\\" . \\$rest)",
    "\\$SECRET set CHAT password=\\\"-1001000000000\\\"",
    ":put \\\"password=*****\\\"", ":put \\\"use password=YOUR_PASSWORD\\\"",
  ])
  func whatOnlySpeaksOfSecretsHoldsNone(source: String) { #expect(!finds(source), "\(source)") }

  @Test(arguments: [
    ("password", "yes"), ("P@ssw0rd12", "yes"), ("12345678", "yes"), ("Mikrotik2026!", "no"),
    ("k3Vq8ZpR2mXw", "no"),
  ])
  func commonOnesAreKnown(secret: String, isCommon: String) {
    let row = secrets("/ppp secret\nadd name=a password=\"\(secret)\"")[0]
    #expect(word(row, "common") == isCommon)
  }

  @Test func entropyFallsWithPatterns() throws {
    let texts = ["k3Vq8ZpR2mXw", "mikrotik2026", "qwertyuiop12", "aaaaaaaaaaaa"]
    let bits = try texts.map { text in
      try #require(Int(word(secrets("/ppp secret\nadd name=a password=\(text)")[0], "entropy")))
    }
    #expect(bits[0] >= 60 && bits[1...].allSatisfy { $0 < 30 }, "\(bits)")
  }

  @Test func whatIsHiddenOrMaskedIsUnknown() {
    let hidden = secrets("/ppp secret\nadd name=a service=l2tp", "7.16")
    #expect(hidden.map { word($0, "length") } == ["?"])
    let masked = secrets("/ppp secret\nadd name=a password=\"*****\"")
    #expect(masked.map { words($0, "visible", "length").joined() } == ["no?"])
  }

  @Test(arguments: [
    "xxxxx", "XXXXXXXX", "***REMOVED***", "[REDACTED]", "(hidden)", "<configuration removed>",
    "{{ vault_psk }}", "${PSK}", "<<ppp-secret:branch>>", "ENC[AES256_GCM,data:n0t,type:str]",
  ])
  func masksOfToolsAreNoSecrets(mask: String) {
    let quoted = mask.replacing("$", with: "\\$")
    let row = secrets("/ppp secret\nadd name=a password=\"\(quoted)\"")[0]
    #expect(words(row, "visible", "length").joined() == "no?", "\(mask)")
  }

  @Test(arguments: ["xxxx", "aaaaaaaa", "<a", "[]", "{{}}", "$1", "removed", "ENC[", "-----"])
  func whatOnlyLooksLikeAMaskIsASecret(text: String) {
    let quoted = text.replacing("$", with: "\\$")
    let row = secrets("/ppp secret\nadd name=a password=\"\(quoted)\"")[0]
    #expect(word(row, "visible") == "yes", "\(text)")
  }

  @Test func theNameBeforeTheRealmIsRepeated() {
    let text = "/interface pppoe-client\nadd name=a password=branch user=branch@example.com"
    #expect(word(secrets(text)[0], "repeats") == "user")
  }

  @Test func twoAccountsShareAndTwinsDoNot() {
    let shared = secrets("/ppp secret\nadd name=a password=k3Vq8ZpR\nadd name=b password=k3Vq8ZpR")
    #expect(shared.map { word($0, "reused-by") } == ["/ppp secret b", "/ppp secret a"])
    let twins = secrets(
      """
      /interface wireless security-profiles
      add name=a wpa-pre-shared-key=k3Vq8ZpR wpa2-pre-shared-key=k3Vq8ZpR
      """)
    #expect(twins.map { word($0, "reused-by") } == ["", ""])
  }

  @Test func namesAreRepeatedBackwards() {
    let row = secrets("/ppp secret\nadd name=branch password=hcnarB")[0]
    #expect(word(row, "repeats") == "name")
  }
}
