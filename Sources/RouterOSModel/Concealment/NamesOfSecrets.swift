/// Whether a name that the catalogue does not know reads like that of a secret, in any case of letters.
///
/// Names are looked at by parts, `wpa2-psk` and `eap.Password` alike, so that a property which is misspelt
/// or newer than the catalogue does not print its value. A part that makes it harmless, as in
/// `minimum-password-length`, does so only beside one that reads like a secret.
func soundsSecret(_ name: some StringProtocol) -> Bool {
  guard mayHoldMarker(name.utf8) else { return false }
  let parts = NameParts(name.utf8).parts
  if wholeNames.contains(parts) { return true }
  for (index, part) in parts.enumerated() {
    if isNameOfKey(parts, at: index) { return true }
    guard isSecretWord(part) else { continue }
    let rest = parts[(index + 1)...]
    if !rest.contains(where: harmlessBehind.contains),
      !parts[..<index].contains(where: harmlessBefore.contains)
    {
      return true
    }
  }
  return false
}

/// Whether a variable of a script, or a field of a message, likely holds a secret: there, `key` or `token` alone
/// suffices.
func isSecretVariable(_ name: some StringProtocol) -> Bool {
  if soundsSecret(name) { return true }
  return NameParts(name.utf8).parts.contains(where: wordsOfVariables.contains)
}

/// Words that say `secret` by themselves, wherever they stand in a name.
private func isSecretWord(_ part: String) -> Bool {
  secretWords.contains(part)
    || secretEndings.contains { part.utf8.count > $0.utf8.count && part.hasSuffix($0) }
    || part.hasPrefix("passw") || part.hasPrefix("passph")
    || misspeltWords.contains { isOneEdit(from: $0, to: part) }
}

/// `key` behind a word that makes it a secret one, such as `pre-shared-key` or `enc-key`.
private func isNameOfKey(_ parts: [String], at index: Int) -> Bool {
  guard parts[index] == "key" || parts[index] == "keys" else { return false }
  let before = parts[..<index]
  return before.contains(where: wordsBeforeKey.contains)
    && !before.contains(where: harmlessBefore.contains)
    && !parts[(index + 1)...].contains(where: harmlessBehind.contains)
}

private let secretWords: Set<String> = [
  "apikey", "cak", "credential", "credentials", "kennwort", "pass", "passcode", "passwd",
  "password",
  "passwords", "passwort", "pasword", "psk", "pswd", "pw", "pwd", "secret", "secrets", "token",
]

/// Names that only as a whole are those of secrets, as their parts.
private let wholeNames: Set<[String]> = [
  ["key", "val"], ["pin", "code"], ["pin", "number"], ["sim", "pin"],
]

/// Words that are long enough for another to differ by one letter only when it is misspelt.
private let misspeltWords = ["passphrase", "password", "preshared"]

/// Whether one letter was left out, added, replaced, or swapped with the next.
private func isOneEdit(from word: String, to other: String) -> Bool {
  let (left, right) = (Array(word.utf8), Array(other.utf8))
  guard abs(left.count - right.count) <= 1 else { return false }
  let start = zip(left, right).prefix { $0 == $1 }.count
  let rest = min(left.count, right.count) - start
  let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
  if left.count != right.count { return start + end >= min(left.count, right.count) }
  if start + end >= left.count - 1 { return true }
  return start + end == left.count - 2 && rest >= 2 && left[start] == right[start + 1]
    && left[start + 1] == right[start]
}

private let secretEndings = ["passphrase", "passwd", "password", "secret", "token"]

private let wordsBeforeKey: Set<String> = [
  "access", "ah", "api", "auth", "authentication", "dec", "decryption", "enc", "encryption", "esp",
  "master", "md", "mtik", "preshared", "private", "protection", "psk", "secret", "shared", "static",
  "wep", "wpa",
]

private let wordsOfVariables: Set<String> = [
  "auth", "authorization", "bearer", "community", "key", "pin", "privkey", "userpass",
]

/// What a secret has, rather than the secret itself.
private let harmlessBehind: Set<String> = [
  "age", "authentication", "change", "changed", "count", "endpoint", "expiration", "expire",
  "expired", "expires", "file", "format", "history", "id", "length", "less", "lifetime", "limit",
  "login", "method", "mode", "name", "only", "path", "policy", "prompt", "required", "size",
  "strength", "through", "timeout", "type", "uri", "url", "usage", "use",
]

private let harmlessBefore: Set<String> = [
  "allow", "ask", "no", "require", "show", "use",
]

/// Whether a name holds letters that every name of a secret has some of; costs one look at each byte.
private func mayHoldMarker(_ name: some Sequence<UInt8>) -> Bool {
  var last: UInt32 = 0
  for byte in name {
    last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
    if isMarkerOfSecret(last) { return true }
  }
  // `pw` has two letters only.
  return last & 0xFFFF == 0x7077
}

/// Whether three letters, of which the last is in the lowest bits, are some that names of secrets have.
func isMarkerOfSecret(_ letters: UInt32) -> Bool {
  switch letters {
  case 0x70_6173, 0x73_6563, 0x70_736B, 0x6B_6579, 0x70_7764, 0x74_6F6B, 0x63_616B, 0x70_7377,
    0x63_7265, 0x6B_656E, 0x70_696E:
    true
  default: false
  }
}

/// The words of a name in small letters: it is split at everything that is no letter, and where a
/// capital follows a small letter.
struct NameParts {
  private(set) var parts: [String] = []

  init(_ name: some Sequence<UInt8>) {
    var part: [UInt8] = []
    var wasSmall = false
    for byte in name {
      let isSmall = 0x61...0x7A ~= byte
      let isCapital = 0x41...0x5A ~= byte
      if !part.isEmpty, !isSmall && !isCapital || isCapital && wasSmall {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      }
      if isSmall || isCapital { part.append(byte | 0x20) }
      wasSmall = isSmall
    }
    if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
  }
}
