/// Whether a secret is one of those that everybody tries first: a common word, with digits or signs around it or
/// in the place of letters, or a row of digits.
func isCommonPassword(_ secret: [UInt8]) -> Bool {
  guard secret.count <= 32 else { return false }
  let text = secret.map(smallLetter)
  if commonPasswords.contains(String(decoding: text, as: UTF8.self)) { return true }
  let isSmall: (UInt8) -> Bool = { 0x61...0x7A ~= $0 }
  let word = text[...].drop { !isSmall($0) }.reversed().drop { !isSmall($0) }.reversed()
  let around = text.count - word.count
  if around <= 4, isCommonWord(ArraySlice(word)) { return true }
  return isCommonWord(text[...])
}

/// Whether a text in small letters is a word that is common in passwords, also where digits or signs stand for
/// letters.
func isCommonWord(_ text: ArraySlice<UInt8>) -> Bool {
  guard 3...16 ~= text.count else { return false }
  if commonWords.contains(String(decoding: text, as: UTF8.self)) { return true }
  let plain = text.map { lettersForSigns[$0] ?? $0 }
  return commonWords.contains(String(decoding: plain, as: UTF8.self))
}

private let lettersForSigns: [UInt8: UInt8] = [
  UInt8(ascii: "0"): UInt8(ascii: "o"), UInt8(ascii: "1"): UInt8(ascii: "i"),
  UInt8(ascii: "3"): UInt8(ascii: "e"), UInt8(ascii: "4"): UInt8(ascii: "a"),
  UInt8(ascii: "5"): UInt8(ascii: "s"), UInt8(ascii: "7"): UInt8(ascii: "t"),
  UInt8(ascii: "@"): UInt8(ascii: "a"), UInt8(ascii: "$"): UInt8(ascii: "s"),
  UInt8(ascii: "!"): UInt8(ascii: "i"),
]

/// Passwords that are common though no word is in them.
private let commonPasswords: Set<String> = [
  "000000", "00000000", "0123456789", "0987654321", "111111", "11111111", "112233", "11223344",
  "1122334455", "121212", "123", "123123", "123123123", "123321", "1234", "12341234", "12344321",
  "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "123456a", "123654",
  "123qwe", "123qweasd", "147258", "147258369", "159753", "1q2w3e", "1q2w3e4r", "1q2w3e4r5t",
  "1qaz2wsx", "1qazxsw2", "222222", "333333", "444444", "555555", "654321", "666666", "777777",
  "7654321", "87654321", "888888", "88888888", "987654321", "9876543210", "999999", "99999999",
  "a123456", "a1b2c3", "a1b2c3d4", "aa123456", "abc123", "abcd1234", "asd123", "asdf1234",
  "p@ssw0rd",
  "q1w2e3", "q1w2e3r4", "qazwsx", "qazwsxedc", "qwe123", "qweasd", "qweasdzxc", "qwer1234",
  "zaq12wsx", "zxcvbn", "zxcvbnm",
]

/// Words that passwords of networks are made of.
private let commonWords: Set<String> = [
  "abcd", "abcdef", "access", "admin", "administrator", "airport", "alpha", "angel", "apple",
  "april",
  "asdf", "asdfgh", "asdfghjkl", "august", "azerty", "backup", "bank", "baseball", "batman", "beer",
  "branch", "bridge", "cafe", "change", "changeit", "changeme", "charlie", "cisco", "client",
  "coffee",
  "company", "computer", "config", "connect", "control", "cookie", "daniel", "data", "december",
  "default", "demo", "dragon", "enter", "example", "factory", "family", "february", "fibre",
  "firewall", "football", "free", "freedom", "friend", "friends", "garden", "gateway", "geheim",
  "google", "green", "guest", "gast", "hallo", "hello", "home", "hotel", "hotspot", "house",
  "hunter",
  "iloveyou", "internet", "january", "jesus", "july", "june", "kennwort", "killer", "letmein",
  "link",
  "linksys", "linux", "local", "login", "love", "lucky", "manager", "march", "master", "matrix",
  "michael", "microtik", "mikrotik", "mobile", "monday", "money", "monitor", "monkey", "mother",
  "mustang", "network", "november", "october", "office", "open", "orange", "parol", "pass",
  "passphrase", "passw", "passwd", "password", "passwort", "peace", "pokemon", "ppp", "private",
  "public", "qwer", "qwert", "qwerty", "qwertyuiop", "qwertz", "radius", "remote", "restaurant",
  "root", "router", "routerboard", "routeros", "sales", "school", "secret", "secure", "security",
  "senha", "september", "server", "service", "shadow", "shop", "snmp", "soccer", "spring", "star",
  "starwars", "store", "student", "summer", "sunday", "sunshine", "super", "superman", "support",
  "switch", "system", "tech", "telecom", "temp", "test", "tester", "testing", "tiger", "tunnel",
  "ubnt", "unifi", "user", "username", "vpn", "welcome", "willkommen", "winbox", "winter",
  "wireless", "wlan", "wifi", "work", "zabbix",
]
