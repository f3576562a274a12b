import RouterOSSyntax

/// What a statement calls things, by property.
func namesOfThings(in statement: Statement) -> [(property: String, text: String)] {
  statement.arguments.compactMap { argument in
    guard let name = argument.name, wordsForNames.contains(name), !argument.isCode else {
      return nil
    }
    return (name, argument.value)
  }
}

private let wordsForNames: Set<String> = [
  "comment", "configuration.ssid", "name", "profile", "ssid", "user", "username",
]

/// Who shares a secret: the account that logs in, the two ends of a tunnel, the routers of an area. Where
/// owners are the same, equal secrets are one.
func ownerOfSecret(_ kind: KindOfSecret, in statement: Statement, _ item: String) -> String {
  func text(_ names: String...) -> String? {
    names.lazy.compactMap { statement.lastArgument(named: $0)?.value }.first { !$0.isEmpty }
  }
  let menu = statement.menu
  switch kind {
  case .routingKey: return menu
  case .sharedSecret where menu == "/radius" || menu == "/tool/romon": return menu
  case .sharedSecret, .ipsecSecret:
    let peer = text("connect-to", "remote-address", "remote.address", "peer", "address")
    return peer.map { "peer \(hostOf($0))" } ?? "\(menu) \(item)"
  case .password:
    return text("user", "name", "username").map { "account \($0.lowercased())" }
      ?? "\(menu) \(item)"
  case .key, .passphrase, .pin, .token: return "\(menu) \(item)"
  }
}

/// An address without the length of its prefix.
private func hostOf(_ address: String) -> Substring {
  address.prefix { $0 != "/" }
}
