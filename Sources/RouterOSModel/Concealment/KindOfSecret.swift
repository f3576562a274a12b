/// What a secret is for, and so how it is judged.
enum KindOfSecret: String, CaseIterable, Sendable {
  /// Made by a machine, and as good as that.
  case key
  /// What somebody logs in with.
  case password
  /// What stations of a wireless network know.
  case passphrase
  /// What two ends of IPsec know.
  case ipsecSecret = "ipsec-secret"
  /// A few digits.
  case pin
  /// What neighbours of a routing protocol know; some take eight characters at most.
  case routingKey = "routing-key"
  /// What two servers know of each other.
  case sharedSecret = "shared-secret"
  /// What a service of others hands out.
  case token

  /// That of a property of a menu.
  init(of property: String, in menu: String) {
    let last = property.split(separator: ".").last.map(String.init) ?? property
    if ["pin", "pin-number", "sim-pin"].contains(last) {
      self = .pin
    } else if last == "ipsec-secret" || menu.hasPrefix("/ip/ipsec/") && last == "secret"
      || menu == "/ppp/l2tp-secret"
    {
      self = .ipsecSecret
    } else if last.hasSuffix("passphrase") && isOfWireless(menu) || wirelessKeys.contains(last) {
      self = .passphrase
    } else if menu.hasPrefix("/routing/") || menu == "/interface/vrrp" {
      self = last == "tcp-md5-key" ? .sharedSecret : .routingKey
    } else if ["secret", "secrets", "shared-secret", "key-val", "nv2-sync-secret"].contains(last) {
      self = .sharedSecret
    } else if last == "token" {
      self = .token
    } else {
      self = keys.contains(last) || last.hasSuffix("-key") ? .key : .password
    }
  }

  /// That of a variable of a script, or a field of a text.
  init(ofVariable name: String) {
    let parts = NameParts(name.utf8).parts
    if parts.contains("pin") {
      self = .pin
    } else if parts.contains(where: { ["apikey", "auth", "bearer", "key", "token"].contains($0) }) {
      self = .token
    } else {
      self = parts.contains("psk") ? .passphrase : .password
    }
  }
}

private func isOfWireless(_ menu: String) -> Bool {
  menu.hasPrefix("/interface/wi") || menu.hasPrefix("/caps-man")
}

private let wirelessKeys: Set<String> = [
  "nv2-preshared-key", "private-pre-shared-key", "wireless-psk", "wpa-pre-shared-key",
  "wpa2-pre-shared-key",
]

private let keys: Set<String> = [
  "cak", "hkdf-secret", "identity", "key", "static-key-0", "static-key-1", "static-key-2",
  "static-key-3",
]
