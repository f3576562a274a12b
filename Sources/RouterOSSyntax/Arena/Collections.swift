/// All statements of a script in file order.
///
/// A type of its own rather than `some RandomAccessCollection`, which costs other modules a thousand
/// instructions for each step.
public struct Statements: RandomAccessCollection, Sendable {
  let script: Script

  /// Zero.
  public var startIndex: Int { 0 }
  /// The number of statements.
  public var endIndex: Int { script.statementRecords.count }

  /// The statement at a place, which counts from zero.
  public subscript(index: Int) -> Statement { Statement(script: script, index: index) }
}

/// The arguments of one statement in the order written; a type of its own as ``Statements`` is.
public struct Arguments: RandomAccessCollection, Sendable {
  let script: Script
  let range: Range<Int>

  /// The number of the first argument in the whole script.
  public var startIndex: Int { range.lowerBound }
  /// The number behind that of the last argument.
  public var endIndex: Int { range.upperBound }

  /// The argument of a number in the whole script.
  public subscript(index: Int) -> Argument { Argument(script: script, index: index) }
}
