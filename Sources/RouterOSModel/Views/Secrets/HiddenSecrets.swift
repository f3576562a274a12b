import RouterOSSyntax
import SourceText

extension Configuration {
  /// The secrets that entries hardly go without and that the export hides: hidden is not absent.
  func hiddenSecrets() -> [FoundSecret] {
    guard secretsAreHidden else { return [] }
    return menusWithHiddenSecrets.flatMap { path, property in
      entries(path).filter { needsSecret($0, path) }.map { entry in
        FoundSecret(
          place: FoundSecret.Place(
            menu: path, item: titleOfHidden(entry),
            property: property, span: entry.place,
            statement: entry.statement?.span.start ?? 0),
          holder: .property, kind: KindOfSecret(of: property, in: path),
          content: .unknown(.hiddenSecrets))
      }
    }
  }

  /// What an entry is called, unless its line may be a part of a secret.
  private func titleOfHidden(_ entry: Entry) -> String {
    if entry.menu.kind == .settings { return "settings" }
    let isTorn = entry.statement.map { concealment.hides($0.span) } ?? false
    return isTorn ? "entry" : entry.title
  }

  private func needsSecret(_ entry: Entry, _ path: String) -> Bool {
    guard entry.isWritten else { return false }
    if path.hasSuffix("/security") || path.hasSuffix("/security-profiles") {
      return entry.value("authentication-types").text?.contains("psk") ?? false
    }
    if path == "/ip/ipsec/identity" {
      return entry.value("auth-method").text.map { $0 == "pre-shared-key" } ?? true
    }
    guard path.hasPrefix("/interface/l2tp-server") else { return true }
    return entry.value("use-ipsec").text.map { $0 != "no" } ?? false
  }
}

/// The menus whose entries have a secret, with the property that holds it.
private let menusWithHiddenSecrets: [(String, String)] = [
  ("/caps-man/security", "passphrase"), ("/interface/l2tp-client", "password"),
  ("/interface/l2tp-server/server", "ipsec-secret"), ("/interface/ovpn-client", "password"),
  ("/interface/pppoe-client", "password"), ("/interface/pptp-client", "password"),
  ("/interface/sstp-client", "password"), ("/interface/wifi/security", "passphrase"),
  ("/interface/wifiwave2/security", "passphrase"),
  ("/interface/wireless/security-profiles", "wpa2-pre-shared-key"),
  ("/ip/ipsec/identity", "secret"), ("/ppp/secret", "password"), ("/radius", "secret"),
  ("/user-manager/user", "password"),
]
