extension TunnelContext {
  /// A tunnel that this router dials.
  mutating func row(ofClient entry: Entry, _ kind: String) -> Row {
    let profile = Cell("profile", of: entry)
    let bridge = bridges.bridge(of: entry, kind, "client")
    let name = entry.value("name").text ?? kind
    var cells: [String: Cell] = [
      "bridge": bridge, "profile": profile,
      "remote-endpoint": Cell("connect-to", of: entry).orUnset.unset("", "0.0.0.0"),
      "user": Cell("user", of: entry).orUnset, "password": Cell("password", of: entry).asSecret,
      "ipsec-secret": property("ipsec-secret", of: entry, .text).asSecret,
      "use-ipsec": kind == "l2tp"
        ? Cell("use-ipsec", of: entry).typed(.choice) : Cell("no", .choice),
      "auth": property(kind == "sstp" ? "authentication" : "allow", of: entry, .set),
      "encryption": encryption(ofClient: entry, kind, profile),
    ]
    for (column, type) in Self.measures { cells[column] = property(column, of: entry, type) }
    cells["dial-on-demand"] = property("dial-on-demand", of: entry, .boolean)
    let interfaces = [bridge.text, bridge.text == name ? nil : name].compactMap { $0 }
    return row(entry, kind, side: "client", on: interfaces, bridge.doubt, cells)
  }

  /// An account that others dial into.
  mutating func row(ofAccount entry: Entry) -> Row {
    let kind = Cell("service", of: entry)
    let service = kind.text ?? "any"
    let profile = Cell("profile", of: entry)
    let outer = servers.cell("default-profile", for: service, .name)
    let bridge = bridges.bridge(of: entry, service, "server")
    let useIPsec =
      service == "l2tp" || service == "any"
      ? servers.cell("use-ipsec", for: service, .choice) : Cell("no", .choice)
    var cells: [String: Cell] = [
      "bridge": bridge, "profile": profile,
      "kind": kind.doubt == nil ? Cell(service, .choice) : kind,
      "service": kind, "dialled-by": servers.kinds(taking: kind), "user": Cell("name", of: entry),
      "password": Cell("password", of: entry).asSecret,
      "answers-from": profiles.addresses("local-address", entry, [profile, outer]),
      "hands-out": profiles.addresses("remote-address", entry, [profile, outer]),
      "use-ipsec": useIPsec,
      "ipsec-secret": servers.cell("ipsec-secret", for: service, .text).asSecret,
      "auth": servers.cell("authentication", "user-auth-method", for: service, .set)
        .orAtLeastMSCHAP,
      "encryption": encryption(ofAccount: service, useIPsec, [profile, outer]),
    ]
    for (column, type) in Self.measures { cells[column] = servers.cell(column, for: service, type) }
    let interfaces = bridge.text.map { [$0] } ?? []
    return row(entry, service, side: "server", on: interfaces, bridge.doubt, cells)
  }

  private static let measures: [(String, ValueType)] = [
    ("keepalive-timeout", .duration), ("max-mru", .integer), ("max-mtu", .integer),
    ("mrru", .integer),
  ]

  /// A property as a cell of its column; one that the menu does not have is unset.
  private func property(_ name: String, of entry: Entry, _ type: ValueType) -> Cell {
    entry.menu.properties[name] == nil ? Cell(.unset, type) : Cell(name, of: entry).typed(type)
  }

  private func encryption(ofClient entry: Entry, _ kind: String, _ profile: Cell) -> Cell {
    switch kind {
    case "sstp": return Cell("tls", .choice)
    case "ovpn": return encryption(byCipher: Cell("cipher", of: entry))
    default:
      let useIPsec = kind == "l2tp" ? Cell("use-ipsec", of: entry) : Cell(false)
      if let cause = useIPsec.doubt { return Cell(.unknown(cause), .choice) }
      if useIPsec.isYes { return Cell("ipsec", .choice, at: useIPsec.evidence) }
      return profiles.encryption(of: [profile]).asEncryption
    }
  }

  private mutating func encryption(
    ofAccount service: String, _ useIPsec: Cell, _ profiles: [Cell]
  ) -> Cell {
    let kinds = service == "any" ? servers.kindsInUse : [service]
    guard kinds.count == 1, let kind = kinds.first else {
      return kinds.isEmpty ? Cell(.unset, .choice) : Cell(.unknown(.anyServer), .choice)
    }
    if kind == "sstp" { return Cell("tls", .choice) }
    if kind == "ovpn" {
      // The server takes several ciphers; which one is used depends on the client.
      let ciphers = servers.cell("cipher", for: service, .set)
      guard ciphers.doubt == nil, !ciphers.texts.isEmpty else {
        return Cell(.unknown(ciphers.doubt ?? .anyCipher), .choice)
      }
      return ciphers.texts.contains("null")
        ? Cell(.unknown(.anyCipher), .choice) : Cell("tls", .choice, at: ciphers.evidence)
    }
    if let cause = useIPsec.doubt { return Cell(.unknown(cause), .choice) }
    switch useIPsec.text {
    case "require", "required": return useIPsec.saying("ipsec").at(useIPsec.evidence)
    case "yes": return useIPsec.saying("ipsec-optional").at(useIPsec.evidence)
    default: return self.profiles.encryption(of: profiles).asEncryption
    }
  }

  private func encryption(byCipher cipher: Cell) -> Cell {
    if let cause = cipher.doubt { return Cell(.unknown(cause), .choice) }
    return Cell(cipher.text == "null" ? "none" : "tls", .choice, at: cipher.evidence)
  }
}

extension Cell {
  /// The ways that a server takes callers in where no line says them: sources differ on the older two.
  fileprivate var orAtLeastMSCHAP: Cell {
    guard doubt == .undocumented("authentication"), evidence == nil, let doubt else { return self }
    return Cell(atLeast: ["mschap1", "mschap2"], doubt, type)
  }

  /// What `use-encryption` of a profile comes to: MPPE if the other end agrees, MPPE or nothing, nothing.
  fileprivate var asEncryption: Cell {
    if doubt != nil { return self }
    let words = [
      "no": "none", "required": "mppe-required", "require": "mppe-required", "yes": "mppe",
    ]
    var cell = Cell(text.flatMap { words[$0] } ?? "none", .choice, at: evidence)
    cell.giver = giver
    return cell
  }
}

extension Cause {
  fileprivate static let anyServer = Cause(
    "the account may dial into several kinds of servers", remedy: "write the service of the account"
  )
  fileprivate static let anyCipher = Cause(
    "the client chooses among the ciphers of the server",
    remedy: "write the ciphers of the server, without null")
}
