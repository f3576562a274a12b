import RouterOSSyntax

/// Whether the export leaves secrets out.
///
/// RouterOS 7 hides them unless asked by `show-sensitive`, RouterOS 6 shows them unless asked by
/// `hide-sensitive` (MikroTik's manual, "Configuration management"); the header tells neither. One
/// secret in the file shows that they were not hidden. An export of RouterOS 6 without any hides them
/// if it has entries that hardly exist without one.
func secretsAreHidden(
  in script: Script, of version: RouterOSVersion?, _ catalogue: Catalogue
) -> Bool {
  let isOld = version.map { $0.major < 7 } ?? false
  var secrets = SecretProperties(of: script, catalogue)
  var menu = catalogue.menu("/")
  for statement in script.statements where !statement.isDamaged {
    if menu.path != statement.menu { menu = catalogue.menu(statement.menu) }
    let writesSecret = statement.arguments.contains {
      secrets.contain($0, in: menu) && !$0.valueBytes.isEmpty
    }
    if writesSecret { return false }
  }
  return !isOld || needsSecrets(script)
}

private func needsSecrets(_ script: Script) -> Bool {
  script.statements.contains { !$0.isDamaged && hardlyExistsWithoutSecret($0) }
}

/// Whether a statement makes an entry that is of no use without a secret.
private func hardlyExistsWithoutSecret(_ statement: Statement) -> Bool {
  if menusWithSecrets.contains(statement.menu) { return true }
  guard statement.menu == "/interface/wireless/security-profiles" else { return false }
  return statement.arguments.contains {
    $0.name == "authentication-types" && $0.value.contains("psk")
  }
}

/// Menus whose entries hardly exist without a secret.
private let menusWithSecrets: Set<String> = [
  "/interface/l2tp-client", "/interface/ovpn-client", "/interface/pppoe-client",
  "/interface/pptp-client", "/interface/sstp-client", "/ppp/secret",
]
