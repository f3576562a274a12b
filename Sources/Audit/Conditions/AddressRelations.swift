import Policy
import RouterOSModel

/// `covers`, `inside` and `overlaps`: how addresses, networks and ranges lie to others.
extension Reader {
  func relate(
    _ cell: Cell, _ relation: Condition.AddressRelation, _ operands: [Operand], _ outer: Row
  ) -> Truth? {
    guard let wanted = values(of: operands, cell, outer) else { return nil }
    if case .unknown(let cause) = cell.content { return .unknown(cause) }
    if cell.texts.isEmpty { return .no }
    // An address of an interface is the address alone, whatever network it is in.
    let isHost = cell.type == .interfaceAddress
    let own = AddressSpans(
      isHost ? cell.texts.map { String($0.prefix { $0 != "/" }) } : cell.texts)
    let given = AddressSpans(wanted.texts)
    let doubtOfGiven = wanted.doubt ?? given.doubt
    switch relation {
    case .covers:
      let covers = Truth(AddressSpace(own.spans).holdsOne(of: given.spans))
      return covers.or((own.doubt ?? doubtOfGiven).map(Truth.unknown) ?? .no)
    case .inside:
      let space = AddressSpace(given.spans)
      let isInside = Truth(own.spans.allSatisfy(space.holds)).or(
        doubtOfGiven.map(Truth.unknown) ?? .no)
      return isInside.and(own.doubt.map(Truth.unknown) ?? .yes)
    case .overlaps:
      let overlaps = Truth(AddressSpace(given.spans).touchesOne(of: own.spans))
      return overlaps.or((own.doubt ?? doubtOfGiven).map(Truth.unknown) ?? .no)
    }
  }
}

/// The addresses from one to another of the same family.
struct AddressSpan: Hashable {
  let first: IPAddress
  let last: IPAddress

  /// Reads an address, a network, or a range; an interface behind `%` and what a view says in brackets
  /// behind an address do not count. Nil for a name, and for what is inverted by `!`.
  init?(_ text: String) {
    let word = text.prefix { $0 != " " && $0 != "%" && $0 != "@" }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let first = IPAddress(ends[0]), let last = IPAddress(ends[1]),
      first.family == last.family, first <= last
    {
      self.init(first, last)
    } else if let prefix = IPPrefix(word) {
      self.init(prefix.network, prefix.last)
    } else {
      return nil
    }
  }

  init(_ first: IPAddress, _ last: IPAddress) {
    self.first = first
    self.last = last
  }
}

/// What values come to as addresses.
struct AddressSpans {
  private(set) var spans: [AddressSpan] = []
  /// Why there may be more: one of them is no address.
  private(set) var doubt: Cause?

  init(_ texts: [String]) {
    for text in texts {
      if let span = AddressSpan(text) {
        spans.append(span)
      } else {
        doubt =
          doubt
          ?? Cause(
            "'\(text)' is no address, network or range",
            remedy: "write the addresses that are meant")
      }
    }
  }
}

/// A set of addresses, as spans in order that do not touch. Made in the time of sorting.
struct AddressSpace {
  private var spans: [AddressSpan] = []

  init(_ parts: [AddressSpan]) {
    for part in parts.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      guard let last = spans.last, last.first.family == part.first.family,
        part.first.bits <= last.last.bits || part.first.bits == last.last.bits + 1
      else {
        spans.append(part)
        continue
      }
      spans[spans.count - 1] = AddressSpan(last.first, max(last.last, part.last))
    }
  }

  func holds(_ span: AddressSpan) -> Bool {
    spanBefore(span.first).map { $0.first <= span.first && span.last <= $0.last } ?? false
  }

  func holdsOne(of parts: [AddressSpan]) -> Bool { parts.contains(where: holds) }

  func touchesOne(of parts: [AddressSpan]) -> Bool {
    parts.contains { part in
      guard let span = spanBefore(part.last) else { return false }
      return span.first.family == part.first.family && part.first <= span.last
    }
  }

  /// The last span that begins at an address or before it. Logarithmic.
  private func spanBefore(_ address: IPAddress) -> AddressSpan? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].first <= address { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? spans[low - 1] : nil
  }
}
