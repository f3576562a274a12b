import SourceText

/// Addresses that a matcher names, by themselves or by a list.
struct AddressSet: Sendable {
  /// Those that are known, in order and apart.
  let ranges: [ClosedRange<UInt128>]
  /// Why there may be others; nil when there are none.
  let doubt: Cause?
  /// Whether the matcher takes all but these.
  var isInverted = false

  init(_ ranges: [ClosedRange<UInt128>], doubt: Cause? = nil) {
    self.ranges = RuleValue.merged(ranges, upTo: .max)
    self.doubt = doubt
  }

  /// How many of the packets to `destinations` it takes.
  func extent(of destinations: PacketDestinations) -> PacketExtent {
    var isWhole = true
    var isTouched = false
    for wanted in destinations.ranges {
      let place = ranges.partitioningIndex { $0.upperBound >= wanted.lowerBound }
      guard place < ranges.count, ranges[place].lowerBound <= wanted.upperBound else {
        isWhole = false
        continue
      }
      isTouched = true
      let holds =
        ranges[place].lowerBound <= wanted.lowerBound
        && wanted.upperBound <= ranges[place].upperBound
      isWhole = isWhole && holds
    }
    let extent: PacketExtent =
      isTouched && isWhole
      ? .all : doubt != nil ? .maybe : isTouched ? (destinations.isOpen ? .maybe : .some) : .none
    return isInverted ? extent.inverted : extent
  }

  /// Whether all whom the Internet knows are among them.
  func isEverybody(_ family: IPAddress.Family) -> Bool {
    switch family {
    case .ip: size >= 1 << 31
    case .ip6: ranges.contains { $0.lowerBound <= 1 << 125 && (1 << 126) - 1 <= $0.upperBound }
    }
  }

  /// How many they are, as far as that is known; the most there are for more.
  var size: UInt128 {
    ranges.reduce(0) { sum, range in
      let (more, isOver) = sum.addingReportingOverflow(range.upperBound - range.lowerBound)
      return isOver || more == .max ? .max : more + 1
    }
  }
}

/// Where the packets that are looked at go.
struct PacketDestinations: Hashable, Sendable {
  /// The addresses.
  let ranges: [ClosedRange<UInt128>]
  /// Whether they go to one of these that nobody knows, and not to all.
  let isOpen: Bool

  /// Those that are open are the same for all interfaces of a family.
  static func == (left: PacketDestinations, right: PacketDestinations) -> Bool {
    left.isOpen || right.isOpen ? left.isOpen == right.isOpen : left.ranges == right.ranges
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isOpen)
    if !isOpen { hasher.combine(ranges) }
  }
}

/// The addresses that rules of one family name.
struct AddressSets {
  private let family: IPAddress.Family
  private var lists: [String: AddressSet] = [:]
  private var doubt: Cause?

  /// Linear in the entries of the lists.
  init(_ views: RouterViews, _ family: IPAddress.Family) {
    self.family = family
    let found = views.addressLists(of: family)
    doubt = found.doubt
    for (name, texts) in found.addresses {
      let ranges = texts.compactMap { Self.range($0, family) }
      lists[name] = AddressSet(ranges, doubt: found.doubts[name])
    }
    for (name, cause) in found.doubts where lists[name] == nil {
      lists[name] = AddressSet([], doubt: cause)
    }
  }

  /// What an address matcher takes; nil where it names what no address is.
  func set(_ texts: [String]) -> AddressSet? {
    let isInverted = texts.first?.hasPrefix("!") ?? false
    var ranges: [ClosedRange<UInt128>] = []
    for text in texts {
      guard let range = Self.range(text.hasPrefix("!") ? String(text.dropFirst()) : text, family)
      else { return nil }
      ranges.append(range)
    }
    var set = AddressSet(ranges)
    set.isInverted = isInverted
    return set
  }

  /// What is in a list. One that no line fills may be filled by a script, or by hand.
  func list(_ text: String) -> AddressSet {
    let name = text.hasPrefix("!") ? String(text.dropFirst()) : text
    var set = lists[name] ?? AddressSet([], doubt: .listFilled(name))
    if let doubt, set.doubt == nil { set = AddressSet(set.ranges, doubt: doubt) }
    set.isInverted = text.hasPrefix("!")
    return set
  }

  private static func range(_ text: String, _ family: IPAddress.Family) -> ClosedRange<UInt128>? {
    guard let range = IPAddress.range(text), range.lowerBound.family == family else { return nil }
    return range.lowerBound.bits...range.upperBound.bits
  }
}
