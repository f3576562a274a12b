import SourceText

/// Which wireless networks the passphrases of a router open, by where the passphrase stands.
struct NamesOfNetworks {
  private let names: [UInt32: Set<String>]

  /// Those of a router.
  init(_ views: RouterViews) {
    var names: [UInt32: Set<String>] = [:]
    for row in views[.wifi] {
      guard let ssid = row.text("ssid"), !ssid.isEmpty,
        let place = row.cell("passphrase")?.evidence
      else { continue }
      names[place.start, default: []].insert(ssid)
    }
    self.names = names
  }

  /// The networks of a passphrase; those of its twin on the same line, too.
  func of(_ secret: FoundSecret) -> Set<String> { names[secret.place.span.start] ?? [] }
}

/// Whether two names may well be those of one network: `office` and `Office-5G`.
func mayBeOneNetwork(_ left: String, _ right: String) -> Bool {
  let (left, right) = (lettersOfName(left), lettersOfName(right))
  return left.starts(with: right) || right.starts(with: left)
}

private func lettersOfName(_ name: String) -> [UInt8] {
  name.utf8.map(smallLetter).filter { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 || $0 >= 0x80 }
}
