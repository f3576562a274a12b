extension ASNumber {
  /// What a number may be used for.
  enum Kind: String, CaseIterable {
    case documentation
    case `private`
    case `public`
    case reserved
  }

  /// RFC 6996 (private), RFC 5398 (documentation), RFC 7300, RFC 7607 and RFC 6793 (reserved).
  var kind: Kind {
    switch number {
    case 64_512...65_534, 4_200_000_000...4_294_967_294: .private
    case 64_496...64_511, 65_536...65_551: .documentation
    case 0, 23_456, 65_535, 65_552...131_071, UInt32.max: .reserved
    default: .public
    }
  }
}

extension Cell {
  /// What the AS in this cell may be used for; within a confederation that of the member.
  var kindOfAS: Cell {
    if let doubt { return Cell(.unknown(doubt), .choice, at: evidence) }
    guard let member = texts.first?.split(separator: "/").last,
      let number = ASNumber(String(member))
    else { return Cell(.unset, .choice) }
    return Cell(number.kind.rawValue, .choice, at: evidence)
  }

  /// Whether a session between this AS and `remote` is internal; unknown without both numbers.
  func typeBySame(as remote: Cell) -> Cell {
    if let cause = doubt ?? remote.doubt { return Cell(.unknown(cause), .choice) }
    guard let far = remote.text else { return Cell(.unknown(.anyAS), .choice) }
    guard !texts.isEmpty else { return Cell(.unset, .choice) }
    let isInternal = texts.contains { $0 == far }
    return Cell(isInternal ? "internal" : "external", .choice, at: remote.evidence)
  }

  /// Whether the role in this cell is one of internal sessions.
  var typeByRole: Cell {
    if let doubt { return Cell(.unknown(doubt), .choice, at: evidence) }
    guard let text else { return Cell(.unset, .choice) }
    return Cell(text.hasPrefix("ibgp") ? "internal" : "external", .choice, at: evidence)
  }

  /// The roles that a neighbour may have beside the one in this cell (RFC 9234, 4.2). A neighbour
  /// without a role of that RFC is taken, too, since RouterOS does not insist on one.
  var answersToRole: Cell {
    if let doubt { return Cell(.unknown(doubt), .set, at: evidence) }
    guard let text, let answers = rolesThatFit[text] else { return Cell(.unset, .set) }
    return Cell(.known(answers), .set, at: evidence)
  }
}

/// By the role of this end, those of the other.
private let rolesThatFit: [String: [String]] = [
  "ebgp": [
    "ebgp", "ebgp-customer", "ebgp-peer", "ebgp-provider", "ebgp-rs", "ebgp-rs-client",
  ],
  "ebgp-customer": ["ebgp", "ebgp-provider"], "ebgp-peer": ["ebgp", "ebgp-peer"],
  "ebgp-provider": ["ebgp", "ebgp-customer"], "ebgp-rs": ["ebgp", "ebgp-rs-client"],
  "ebgp-rs-client": ["ebgp", "ebgp-rs"], "ibgp": ["ibgp", "ibgp-rr"],
  "ibgp-rr": ["ibgp", "ibgp-rr"],
]

extension Cause {
  fileprivate static let anyAS = Cause(
    "the session takes a neighbour of any AS", remedy: "write the AS that is expected")
}
