import SourceText

/// What PPP profiles give tunnels: the encryption they ask for, and the addresses they hand out
/// (MikroTik's manual, "PPP AAA").
struct PPPProfiles {
  /// So many pools that name each other are followed.
  private static let longestChainOfPools = 16

  private let profiles: NamedEntries
  private let pools: NamedEntries
  /// Why pools may be missing; nil when none is.
  private let gap: Cause?
  private var known: [String: Cell] = [:]
  /// How many ranges cells may still name.
  private var left = 1 << 18

  init(_ configuration: Configuration) {
    profiles = NamedEntries(of: "/ppp/profile", in: configuration)
    pools = NamedEntries(of: "/ip/pool", in: configuration)
    gap = configuration.incompleteness(of: ["/ip/pool"])
  }

  /// A property of a profile; unknown when the export does not have the profile.
  func cell(_ property: String, ofProfile name: String, _ type: ValueType) -> Cell {
    guard let profile = profiles[name] else { return Cell(.unknown(.missingProfile(name)), type) }
    return Cell(property, of: profile).given(by: "PPP profile '\(name)'")
  }

  /// `use-encryption` of the first of some profiles that does not leave it to the next: `default` stands
  /// for what the profile of the server says, and there for no.
  func encryption(of profiles: [Cell]) -> Cell {
    var last = Cell("no", .choice)
    for profile in profiles {
      if let cause = profile.doubt { return Cell(.unknown(cause), .choice) }
      guard let name = profile.text else { continue }
      let cell = cell("use-encryption", ofProfile: name, .choice)
      if cell.doubt != nil { return cell }
      if let text = cell.text, text != "default" { return cell }
      last = cell.saying("no").at(cell.evidence).given(by: "PPP profile '\(name)'")
    }
    return last
  }

  /// The addresses that a property names: that of the account, else of its profile, else of that of the
  /// server.
  mutating func addresses(_ property: String, _ account: Entry, _ profiles: [Cell]) -> Cell {
    var cell = Cell(property, of: account).unset("", "0.0.0.0")
    for profile in profiles {
      guard case .unset = cell.content else { break }
      if let cause = profile.doubt { return Cell(.unknown(cause), .addresses) }
      guard let name = profile.text else { continue }
      cell = self.cell(property, ofProfile: name, .text).unset("", "0.0.0.0")
    }
    return addresses(of: cell)
  }

  /// The addresses behind one, or behind the name of a pool.
  private mutating func addresses(of cell: Cell) -> Cell {
    guard let name = cell.text, IPAddress(name) == nil else { return cell.typed(.addresses) }
    if let gap { return Cell(.unknown(gap), .addresses) }
    let found = known[name] ?? ranges(of: name)
    known[name] = found
    left -= found.texts.count
    if left < 0 { return Cell(.unknown(.tooManyRanges), .addresses) }
    return found.given(by: "pool '\(name)'")
  }

  private func ranges(of name: String) -> Cell {
    var texts: [String] = []
    var seen: Set<String> = []
    var next: String? = name
    var first: Cell?
    while let name = next, name != "none", seen.insert(name).inserted {
      guard let pool = pools[name], seen.count <= Self.longestChainOfPools else {
        return Cell(.unknown(.missingPool(name)), .addresses)
      }
      let ranges = Cell("ranges", of: pool)
      if let cause = ranges.doubt { return Cell(.unknown(cause), .addresses) }
      first = first ?? ranges
      texts += ranges.texts
      next = pool.value("next-pool").text
    }
    return Cell(texts.isEmpty ? .unset : .known(texts), .addresses, at: first?.evidence)
  }
}

extension Cell {
  /// The same cell with the place that gave it.
  func at(_ evidence: Span?) -> Cell {
    var cell = Cell(content, type, at: evidence, isDefault: isDefault)
    cell.giver = giver
    cell.certain = certain
    return cell
  }
}

extension Cause {
  static func missingProfile(_ name: String) -> Cause {
    Cause("PPP profile '\(name)' is not in this export", remedy: "export /ppp profile, too")
  }

  fileprivate static func missingPool(_ name: String) -> Cause {
    Cause("pool '\(name)' is not in this export", remedy: "export /ip pool, too")
  }

  fileprivate static let tooManyRanges = Cause(
    "the accounts of this router hand out more ranges than can be told one by one",
    remedy: "look at the pools that their profiles name")
}
