public import Diagnostics
public import SourceText

/// An extended regular expression (POSIX), found in linear time: text is looked at once, all ways to match
/// it side by side.
public struct Pattern: Sendable {
  let steps: [PatternStep]

  /// Whether the pattern is found anywhere in `text`. Linear in the text, times the size of the pattern.
  public func isFound(in text: String) -> Bool {
    var run = PatternRun(steps: steps)
    return run.finds(Array(text.unicodeScalars))
  }
}

/// One step of a pattern: what it takes, or where it goes on.
enum PatternStep: Sendable {
  case atEnd
  case atStart
  case found
  case goTo(Int)
  case split(Int, Int)
  case take(PatternSet)
}

/// Characters that a step takes.
struct PatternSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isInverted
  }
}

/// The state of looking for a pattern.
private struct PatternRun {
  let steps: [PatternStep]
  private var current: [Int] = []
  private var next: [Int] = []
  private var seen: [Int]
  private var generation = 0

  init(steps: [PatternStep]) {
    self.steps = steps
    seen = Array(repeating: 0, count: steps.count)
  }

  mutating func finds(_ text: [Unicode.Scalar]) -> Bool {
    for place in 0...text.count {
      if place > 0 { (current, next) = (next, []) }
      generation += 1
      next = []
      // Those that go on from here, and one that begins here.
      var ready: [Int] = []
      for step in current + [0] {
        if follow(step, isStart: place == 0, isEnd: place == text.count, &ready) { return true }
      }
      guard place < text.count else { return false }
      for step in ready {
        if case .take(let set) = steps[step], set.contains(text[place]) { next.append(step + 1) }
      }
    }
    return false
  }

  /// Adds the steps that take something; true when the end of the pattern is reached.
  private mutating func follow(
    _ first: Int, isStart: Bool, isEnd: Bool, _ ready: inout [Int]
  ) -> Bool {
    var open = [first]
    while let step = open.popLast() {
      if seen[step] == generation { continue }
      seen[step] = generation
      switch steps[step] {
      case .atEnd: if isEnd { open.append(step + 1) }
      case .atStart: if isStart { open.append(step + 1) }
      case .found: return true
      case .goTo(let target): open.append(target)
      case .split(let left, let right): open += [right, left]
      case .take: ready.append(step)
      }
    }
    return false
  }
}

/// Reads a pattern. Throws one sentence with the place of its word in `file`.
public func compilePattern(_ word: Word, in file: SourceFile) throws(SourceError) -> Pattern {
  do throws(PatternError) {
    var reader = PatternReader(word.text)
    return Pattern(steps: try reader.read())
  } catch {
    throw SourceError("'\(word.text)' is no pattern: \(error.message)", at: word.span, in: file)
  }
}
