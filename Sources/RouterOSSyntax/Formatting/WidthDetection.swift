/// The width that a script was written with: the one at which most of its statements, written anew,
/// break where they do.
///
/// Only widths that the file gives cause to think of are tried. Another one than that of
/// `/export file=` has to explain more than twice as many statements as it leaves unexplained: an
/// export that was edited by hand has lines of any length.
func detectWidth(of script: Script, _ layout: Layout) -> LineWidth {
  var measure = WidthMeasure(script)
  let candidates = measure.candidates()
  let narrowest = min(79, candidates.map(\.limit).min() ?? 79)
  let samples = Array(
    script.statementRecords.indices.lazy.filter { measure.depends($0, onWidths: narrowest) }
      .prefix(WidthMeasure.mostSamples))
  if samples.isEmpty { return .standard }
  var statements = StatementWriter(script, layout, isMasked: nil)
  statements.layout.width = .standard
  let standard = measure.matches(samples, &statements)
  var best = (width: LineWidth.standard, advantage: 0)
  for width in candidates {
    statements.layout.width = width
    let matches = zip(measure.matches(samples, &statements), standard)
    let gains = matches.count { $0 && !$1 }
    let losses = matches.count { !$0 && $1 }
    if gains > 2 * losses, gains - losses > best.advantage { best = (width, gains - losses) }
  }
  return best.width
}

/// What the line breaks of a script tell of the width it was written with.
private struct WidthMeasure {
  /// Samples are statements; so many of them leave no doubt.
  static let mostSamples = 4096

  let script: Script
  /// The longest line that ends in a backslash, which counts.
  private var longest = 0
  /// The greatest width at which every break between words and before values is needed.
  private var greatest = Int.max
  /// How often lines that a string was broken in have each length.
  private var lengths: [Int: Int] = [:]

  init(_ script: Script) {
    self.script = script
  }

  /// The widths to try beside the standard one, the likelier first.
  mutating func candidates() -> [LineWidth] {
    for record in script.statementRecords { measure(Int(record.start)..<Int(record.end)) }
    let commonest = lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    // An escape of two or three bytes that does not fit leaves the line shorter than the width.
    let columns = [longest, longest + 1, longest + 2, greatest, commonest]
    let others = columns.filter { LineWidth.allowed.contains($0) && $0 != 79 }
    var seen: Set<Int> = []
    return [.unlimited] + others.filter { seen.insert($0).inserted }.map { .columns($0) }
  }

  /// Looks at the lines of one statement.
  private mutating func measure(_ range: Range<Int>) {
    let text = script.text
    var start = range.lowerBound
    while let end = text[start..<range.upperBound].firstIndex(of: .lineFeed) {
      let isPair = end > start && text[end - 1] == .carriageReturn
      let length = end - start - (isPair ? 1 : 0)
      start = end + 1
      longest = max(longest, length)
      let next = text[start..<range.upperBound].drop { $0.isBlank }
      if next.starts(with: [.backslash, UInt8(ascii: "n")]) { continue }
      lengths[length, default: 0] += 1
      let before = length > 1 ? text[end - (isPair ? 3 : 2)] : .space
      if before == .space || before == .equals {
        greatest = min(greatest, length + Self.chunkLength(next))
      }
    }
  }

  /// The length of the chunk that begins a line.
  private static func chunkLength(_ line: ArraySlice<UInt8>) -> Int {
    if line.first == .quote {
      return (line.dropFirst().firstIndex(of: .quote) ?? line.endIndex) - line.startIndex + 1
    }
    guard let end = line.firstIndex(where: { $0.endsWord || $0 == .equals }) else {
      return line.count
    }
    return end - line.startIndex + (line[end] == .equals ? 1 : 0)
  }

  /// Whether the statement at `index` may be broken in another way at a width of `narrowest` or more.
  func depends(_ index: Int, onWidths narrowest: Int) -> Bool {
    let record = script.statementRecords[index]
    if Int(record.end - record.start) > narrowest - 2 { return true }
    return script.text[Int(record.start)..<Int(record.end)].contains(.lineFeed)
  }

  /// Which of `samples` come out as they are when `statements` writes them.
  func matches(_ samples: [Int], _ statements: inout StatementWriter) -> [Bool] {
    var writer = LineWriter(width: statements.layout.width, lineEnd: [.lineFeed])
    return samples.map { index in
      let record = script.statementRecords[index]
      let original = script.text[Int(record.start)..<Int(record.end)]
      writer.clear()
      statements.write(index, isInline: original.first == .slash, to: &writer)
      return writer.bytes.dropLast().elementsEqual(original.lazy.filter { $0 != .carriageReturn })
    }
  }
}
