/// Whether a property of any menu is a secret by its name; of a dotted one the last part counts.
func isNameOfSecret(_ property: String) -> Bool {
  guard let dot = property.utf8.lastIndex(of: UInt8(ascii: ".")) else {
    return namesOfSecrets.contains(property)
  }
  return namesOfSecrets.contains(String(property[dot...].dropFirst()))
}

/// The names that secrets go by, whatever the menu.
///
/// MikroTik's manual, "List of menus with sensitive parameters", without the names that also serve
/// for harmless things (`key`, `identity`, `pin`): those are secrets only where the catalogue says so.
private let namesOfSecrets: Set<String> = [
  "auth-key", "authentication-password", "cak", "conn-request-password",
  "connection-request-password", "eap-password", "enc-key", "encryption-password", "hkdf-secret",
  "ipsec-secret", "key-val", "mac-auth-password", "management-protection-key", "mschapv2-password",
  "nv2-preshared-key", "nv2-sync-secret", "otp-secret", "passphrase", "password", "paypal-password",
  "ppk-secret", "pre-shared-key", "preshared-key", "private-key", "private-passphrase",
  "private-pre-shared-key", "secret", "secrets", "shared-secret", "sim-pin", "socks5-password",
  "static-key-0", "static-key-1", "static-key-2", "static-key-3", "static-sta-private-key",
  "tcp-md5-key", "vpn-peer-private-key", "vpn-private-key", "web-private-password",
  "wpa-pre-shared-key", "wpa2-pre-shared-key", "wpa3-passphrase",
]
