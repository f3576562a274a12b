/// Why a text is no pattern.
struct PatternError: Error {
  let message: String
}

/// Reads extended regular expressions: `( ) | * + ? {2,3} [a-z] [^a] [[:digit:]] . ^ $` and `\` before any
/// of these.
struct PatternReader {
  private let text: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  private static let mostSteps = 4096
  private static let greatestDepth = 32

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  mutating func read() throws(PatternError) -> [PatternStep] {
    let steps = try alternatives()
    guard place == text.count else { throw PatternError(message: "a ')' closes nothing") }
    return steps + [.found]
  }

  private mutating func alternatives() throws(PatternError) -> [PatternStep] {
    var steps = try sequence()
    while take("|") {
      let other = try sequence()
      steps =
        [.split(1, steps.count + 2)] + steps.moved(by: 1) + [.goTo(steps.count + other.count + 2)]
        + other.moved(by: steps.count + 2)
      try checkSize(steps)
    }
    return steps
  }

  private mutating func sequence() throws(PatternError) -> [PatternStep] {
    var steps: [PatternStep] = []
    while place < text.count, text[place] != "|", text[place] != ")" {
      let one = try repeated(try atom())
      steps += one.moved(by: steps.count)
      try checkSize(steps)
    }
    return steps
  }

  private mutating func repeated(_ atom: [PatternStep]) throws(PatternError) -> [PatternStep] {
    var steps = atom
    while place < text.count {
      let count = steps.count
      if take("*") {
        steps = [.split(1, count + 2)] + steps.moved(by: 1) + [.goTo(0)]
      } else if take("+") {
        steps += [.split(0, count + 1)]
      } else if take("?") {
        steps = [.split(1, count + 1)] + steps.moved(by: 1)
      } else if take("{") {
        steps = try counted(steps)
      } else {
        break
      }
      try checkSize(steps)
    }
    return steps
  }

  /// `{2}`, `{2,}` or `{2,3}`.
  private mutating func counted(_ steps: [PatternStep]) throws(PatternError) -> [PatternStep] {
    let least = number()
    let most = take(",") ? number() : least
    let isOpen = most == nil
    guard take("}"), let least, least <= most ?? least, max(least, most ?? 0) <= 255 else {
      throw PatternError(message: "expected a repetition such as {2} or {2,3}, of at most 255")
    }
    guard steps.count * max(least, most ?? least) <= Self.mostSteps else {
      throw PatternError(message: "it is too large")
    }
    var result: [PatternStep] = []
    for _ in 0..<least { result += steps.moved(by: result.count) }
    if isOpen {
      let loop = [.split(1, steps.count + 2)] + steps.moved(by: 1) + [PatternStep.goTo(0)]
      return result + loop.moved(by: result.count)
    }
    for _ in least..<(most ?? least) {
      let maybe = [.split(1, steps.count + 1)] + steps.moved(by: 1)
      result += maybe.moved(by: result.count)
    }
    return result
  }

  private mutating func number() -> Int? {
    let digits = text[place...].prefix { ("0"..."9").contains($0) }.prefix(4)
    place += digits.count
    return Int(String(String.UnicodeScalarView(digits)))
  }

  private mutating func atom() throws(PatternError) -> [PatternStep] {
    let scalar = text[place]
    place += 1
    switch scalar {
    case "(":
      depth += 1
      guard depth <= Self.greatestDepth else { throw PatternError(message: "it nests too deep") }
      let inner = try alternatives()
      guard take(")") else { throw PatternError(message: "a '(' is never closed") }
      depth -= 1
      return inner
    case "[": return [.take(try set())]
    case ".": return [.take(PatternSet(ranges: [], isInverted: true))]
    case "^": return [.atStart]
    case "$": return [.atEnd]
    case "*", "+", "?", "{":
      throw PatternError(message: "'\(scalar)' repeats nothing; write '\\\(scalar)' for itself")
    case "\\": return [.take(PatternSet(ranges: [try escaped()]))]
    default: return [.take(PatternSet(ranges: [scalar.value...scalar.value]))]
    }
  }

  private mutating func escaped() throws(PatternError) -> ClosedRange<UInt32> {
    guard place < text.count else { throw PatternError(message: "'\\' stands before nothing") }
    let scalar = text[place]
    let isWord = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    guard !isWord, !("0"..."9").contains(scalar) else {
      throw PatternError(message: "'\\\(scalar)' means nothing; write a set such as [[:digit:]]")
    }
    place += 1
    return scalar.value...scalar.value
  }

  /// The rest of a set, behind `[`.
  private mutating func set() throws(PatternError) -> PatternSet {
    var set = PatternSet(ranges: [], isInverted: take("^"))
    var isFirst = true
    while place < text.count, isFirst || text[place] != "]" {
      isFirst = false
      if place + 1 < text.count, text[place] == "[", text[place + 1] == ":" {
        set.ranges += try namedSet()
        continue
      }
      let low = text[place].value
      place += 1
      guard place + 1 < text.count, text[place] == "-", text[place + 1] != "]" else {
        set.ranges.append(low...low)
        continue
      }
      let high = text[place + 1].value
      guard low <= high else { throw PatternError(message: "a range of a set runs backwards") }
      set.ranges.append(low...high)
      place += 2
    }
    guard take("]") else { throw PatternError(message: "a '[' is never closed") }
    return set
  }

  private mutating func namedSet() throws(PatternError) -> [ClosedRange<UInt32>] {
    let name = String(String.UnicodeScalarView(text[(place + 2)...].prefix { $0 != ":" }))
    place += name.unicodeScalars.count + 2
    guard take(":"), take("]"), let set = Self.sets[name] else {
      throw PatternError(
        message: "expected one of [:\(Self.sets.keys.sorted().joined(separator: ":], [:")):]")
    }
    return set
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard place < text.count, text[place] == scalar else { return false }
    place += 1
    return true
  }

  private func checkSize(_ steps: [PatternStep]) throws(PatternError) {
    if steps.count > Self.mostSteps { throw PatternError(message: "it is too large") }
  }

  private static let sets: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "digit": [0x30...0x39], "lower": [0x61...0x7A], "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]
}

extension [PatternStep] {
  /// The steps as they are when `count` others stand before them.
  fileprivate func moved(by count: Int) -> [PatternStep] {
    map { step in
      switch step {
      case .atEnd, .atStart, .found, .take: step
      case .goTo(let target): .goTo(target + count)
      case .split(let left, let right): .split(left + count, right + count)
      }
    }
  }
}
