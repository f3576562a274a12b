import SourceText

/// Which wireless networks the passphrases of a router open, by the statement that holds the passphrase, so
/// that twin fields open the same ones.
struct NamesOfNetworks {
  private var names: [UInt32: Set<String>] = [:]

  /// Those of a router.
  init(_ views: RouterViews) {
    let statements = Dictionary(
      views.foundSecrets.map { ($0.place.span.start, $0.place.statement) },
      uniquingKeysWith: { first, _ in first })
    for row in views[.wifi] {
      guard let ssid = row.text("ssid"), !ssid.isEmpty,
        let place = row.cell("passphrase")?.evidence, let statement = statements[place.start]
      else { continue }
      names[statement, default: []].insert(ssid)
    }
  }

  /// The networks of a passphrase.
  func of(_ secret: FoundSecret) -> Set<String> { names[secret.place.statement] ?? [] }
}

/// Whether two names may well be those of one network: `office` and `Office-5G`.
func mayBeOneNetwork(_ left: String, _ right: String) -> Bool {
  let (left, right) = (lettersOfName(left), lettersOfName(right))
  return left.starts(with: right) || right.starts(with: left)
}

private func lettersOfName(_ name: String) -> [UInt8] {
  name.utf8.map(smallLetter).filter { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 || $0 >= 0x80 }
}
