import Policy
import RouterOSModel

/// `disjoint: COLUMN`: no two entries share an address; with `across`, only entries that differ there are
/// compared.
///
/// Spans are swept in order, with the farthest end so far, and the farthest of those that differ from it:
/// never every pair.
extension Judge {
  func overlaps(_ members: [Member], _ column: String, _ across: String?) -> [Judged] {
    var found: [Judged] = []
    var parts: [Part] = []
    for (number, member) in members.enumerated() {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      let key =
        across.map { keyReading(reader.read($0, of: member.row), number) }
        ?? KeyReading.known(.entry(number))
      let spans = AddressSpans(cell.texts)
      if let doubt = doubt(of: cell) ?? spans.doubt ?? key.doubt, members.count > 1 {
        found.append(unknown(member.row, member.doubt ?? doubt, column: column))
      }
      guard case .known(let key) = key else { continue }
      parts += spans.spans.map { Part(number: number, key: key, span: $0) }
    }
    parts.sort {
      ($0.span.first, $0.span.last, $0.number) < ($1.span.first, $1.span.last, $1.number)
    }
    let certain = sweep(parts.filter { members[$0.number].doubt == nil })
    let said = Set(certain.map(\.later))
    let possible = sweep(parts).filter { pair in
      !said.contains(pair.later)
        && (members[pair.later].doubt != nil || members[pair.earlier].doubt != nil)
    }
    return found
      + (certain + possible).map { clash(members[$0.later], column, with: members[$0.earlier]) }
  }

  /// What entries must differ in to be compared.
  private enum Key: Hashable {
    case entry(Int)
    case values([String])
  }

  private enum KeyReading {
    case known(Key)
    case unknown(Cause)

    var doubt: Cause? { if case .unknown(let cause) = self { cause } else { nil } }
  }

  private struct Part {
    let number: Int
    let key: Key
    let span: AddressSpan
  }

  private func keyReading(_ reading: Reading, _ number: Int) -> KeyReading {
    switch reading {
    case .leftOut: return .known(.entry(number))
    case .unknown(let cause): return .unknown(cause)
    case .cell(let cell):
      if let doubt = doubt(of: cell) { return .unknown(doubt) }
      let values = cell.texts.map(cell.type.canonical)
      return .known(values.isEmpty ? .entry(number) : .values(values))
    }
  }

  private func doubt(of cell: Cell) -> Cause? {
    if case .unknown(let cause) = cell.content { cause } else { nil }
  }

  /// Pairs of members that share an address, by their places, each later one once.
  private func sweep(_ parts: [Part]) -> [(later: Int, earlier: Int)] {
    var farthest: Part?
    var second: Part?
    var found: [(later: Int, earlier: Int)] = []
    var said: Set<Int> = []
    for part in parts {
      let other = farthest.map { $0.key == part.key ? second : $0 } ?? nil
      if let other, other.span.last >= part.span.first {
        let pair = (max(other.number, part.number), min(other.number, part.number))
        if said.insert(pair.0).inserted { found.append((later: pair.0, earlier: pair.1)) }
      }
      guard let known = farthest, known.span.last.family == part.span.first.family else {
        (farthest, second) = (part, nil)
        continue
      }
      if part.span.last > known.span.last {
        if part.key != known.key { second = known }
        farthest = part
      } else if part.key != known.key, second.map({ $0.span.last < part.span.last }) ?? true {
        second = part
      }
    }
    return found.sorted { $0.later < $1.later }
  }
}
