import SourceText

/// The problems of a script in file order, 12 bytes each: a broken file has one on every line.
///
/// What is wrong is kept once, however often it occurs.
public struct ProblemList: RandomAccessCollection, Sendable {
  private struct Record: Sendable {
    let span: Span
    let kind: UInt32
  }

  private var records: [Record] = []
  private var kinds: [Problem.Kind] = []
  private var numbers: [Problem.Kind: UInt32] = [:]
  private var lastKind: UInt32?

  init() {}

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of problems.
  public var endIndex: Int { records.count }

  /// The problem at `index`, which counts from zero.
  public subscript(index: Int) -> Problem {
    let record = records[index]
    return Problem(kind: kinds[Int(record.kind)], span: record.span)
  }

  mutating func append(_ problem: Problem) {
    records.append(Record(span: problem.span, kind: number(of: problem.kind)))
  }

  mutating func removeSubrange(_ bounds: PartialRangeFrom<Int>) { records.removeSubrange(bounds) }

  /// Puts the problems from `start` on in the order of their places.
  mutating func sort(from start: Int) {
    records[start...].sort { $0.span.start < $1.span.start }
  }

  /// The same problems with their places in the file that the parsed text was made of.
  func moved(by origins: TextOrigins?) -> ProblemList {
    guard let origins else { return self }
    var moved = self
    moved.records = records.map { Record(span: origins.span(of: $0.span.range), kind: $0.kind) }
    return moved
  }

  private mutating func number(of kind: Problem.Kind) -> UInt32 {
    if let lastKind, kinds[Int(lastKind)] == kind { return lastKind }
    let number = numbers[kind] ?? UInt32(kinds.count)
    if number == kinds.count {
      kinds.append(kind)
      numbers[kind] = number
    }
    lastKind = number
    return number
  }
}
