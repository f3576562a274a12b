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
  if samples.isEmpty { return layout.style.standardWidth }
  var statements = StatementWriter(script, layout)
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
  /// The longest line that a string is broken in, but for breaks before a line feed; its backslash
  /// counts.
  private var longest = 0
  /// The greatest width at which every break between words and before values is needed.
  private var greatest = Int.max
  /// The widths at which a string that holds a line feed, and stands where it does, would have been
  /// moved to the next line.
  private var impossible: [ClosedRange<Int>] = []
  /// How often lines that a string is broken in have each length.
  private var lengths: [Int: Int] = [:]

  init(_ script: Script) {
    self.script = script
  }

  /// The widths to try beside the standard one, the likelier first.
  mutating func candidates() -> [LineWidth] {
    for statement in script.statements { measure(statement) }
    let commonest = lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    // An escape of two or three bytes that does not fit leaves the line shorter than the width.
    let columns = [longest, longest + 1, longest + 2, greatestPossible, commonest]
    let others = columns.filter { LineWidth.allowed.contains($0) && $0 != 79 }
    var seen: Set<Int> = []
    return [.unlimited] + others.filter { seen.insert($0).inserted }.map { .columns($0) }
  }

  /// The greatest width that explains every break there is.
  private var greatestPossible: Int {
    var width = greatest
    for range in impossible.sorted(by: { $0.upperBound > $1.upperBound })
    where range.contains(width) {
      width = range.lowerBound - 1
    }
    return width
  }

  /// Looks at the lines of one statement.
  private mutating func measure(_ statement: Statement) {
    let record = script.statementRecords[statement.index]
    let text = script.text[Int(record.start)..<Int(record.end)]
    guard text.contains(where: \.endsLine) else { return }
    var arguments = statement.arguments.map { PlacedArgument($0.record, script.text) }[...]
    var start = text.startIndex
    while let end = text[start...].firstIndex(where: \.endsLine) {
      let length = end - start
      let lineStart = start
      start = end + (text[end...].starts(with: [.carriageReturn, .lineFeed]) ? 2 : 1)
      while let argument = arguments.first, argument.record.end <= end {
        arguments = arguments.dropFirst()
      }
      let next = text[start...].drop { $0.isBlank }
      if let string = arguments.first, string.record.form == .quoted, string.valueStart < end {
        measure(string, brokenBehind: length, from: lineStart, next: next)
      } else {
        greatest = min(greatest, length + chunkLength(next, arguments.first))
      }
    }
  }

  /// Looks at a line that a string is broken in, and at what begins the next.
  private mutating func measure(
    _ string: PlacedArgument, brokenBehind length: Int, from start: Int, next: ArraySlice<UInt8>
  ) {
    if !next.starts(with: [.backslash, UInt8(ascii: "n")]) {
      longest = max(longest, length)
      lengths[length, default: 0] += 1
    } else if string.valueStart > start {
      let value = script.text[string.valueStart..<Int(string.record.end)]
      let count = withoutContinuations(value).count
      let column = string.valueStart - start
      let shortest = count + 2 + LineWriter.indentation.count
      if column + count + 1 >= shortest { impossible.append(shortest...column + count + 1) }
    }
  }

  /// The length of the chunk that begins a line: a name, a value, or another word. `argument` is the
  /// first that ends on the line or below.
  private func chunkLength(_ line: ArraySlice<UInt8>, _ argument: PlacedArgument?) -> Int {
    if let argument, argument.valueStart == line.startIndex {
      return withoutContinuations(script.text[line.startIndex..<Int(argument.record.end)]).count
    }
    if let argument, Int(argument.record.start) == line.startIndex, argument.record.kind == .pair {
      return (line.firstIndex(of: .equals) ?? line.startIndex) - line.startIndex + 1
    }
    return line.prefix { !$0.endsWord }.count
  }

  /// Whether the statement at `index` may be broken in another way at a width of `narrowest` or more.
  func depends(_ index: Int, onWidths narrowest: Int) -> Bool {
    let record = script.statementRecords[index]
    if Int(record.end - record.start) > narrowest - 2 { return true }
    return script.text[Int(record.start)..<Int(record.end)].contains(where: \.endsLine)
  }

  /// Which of `samples` come out as they are when `statements` writes them.
  func matches(_ samples: [Int], _ statements: inout StatementWriter) -> [Bool] {
    var writer = LineWriter(width: statements.layout.width, lineEnd: [.lineFeed])
    return samples.map { index in
      let record = script.statementRecords[index]
      let original = script.text[Int(record.start)..<Int(record.end)]
      writer.clear()
      statements.write(index, isInline: original.first == .slash, to: &writer)
      return writer.bytes.split(whereSeparator: \.endsLine)
        .elementsEqual(original.split(whereSeparator: \.endsLine))
    }
  }
}

/// An argument, and where its value begins.
private struct PlacedArgument {
  let record: ArgumentRecord
  let valueStart: Int

  init(_ record: ArgumentRecord, _ text: [UInt8]) {
    self.record = record
    valueStart = record.valueStart(in: text)
  }
}
