import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// Real exports, where they are at hand: fidelity together with structure.
@Suite struct CorpusTests {
  /// Statements of machine-made exports that the parser must report, each of them damage in its file: cut
  /// off in a string or a word, glued to the next line, or with a backslash deleted.
  static let damaged = 8

  @Test func everyExportIsReadExceptWhereItIsDamaged() throws {
    var counts = (files: 0, statements: 0, arguments: 0, problems: 0)
    for file in Corpus.shared.files where file.isExport {
      let script = parse(SourceFile(name: "export", bytes: try file.bytes()))
      counts.files += 1
      counts.statements += script.count
      counts.arguments += script.statements.reduce(0) { $0 + $1.arguments.count }
      counts.problems += script.problems.count
    }
    print("corpus: \(counts)")
    #expect(counts.files == 0 || counts.problems == Self.damaged)
  }

  /// The statements, names and decoded values are those that a second, plain reader finds, in all files
  /// that nobody has typed into.
  @Test func aSecondReaderFindsTheSame() throws {
    var compared = 0
    for (number, file) in Corpus.shared.files.enumerated() where file.isExport {
      let bytes = try file.bytes()
      let script = parse(SourceFile(name: "export", bytes: bytes))
      guard isMachineMade(script) else { continue }
      compared += 1
      let wanted = PlainReader(bytes).commands
      let found = script.statements.map { statement in
        PlainReader.Command(
          menu: statement.menu, verb: statement.verb, arguments: texts(of: statement))
      }
      let place = zip(wanted, found).prefix { $0 == $1 }.count
      #expect(wanted.count == found.count, "export \(number): \(wanted.count), \(found.count)")
      #expect(place == found.count, "export \(number), statement \(place)")
    }
    print("corpus: a second reader compared \(compared) exports")
    #expect(Corpus.shared.files.isEmpty || compared > 120)
  }

  /// Whether a script holds nothing but what routers print: no damage, no verb but `add` and `set`, no
  /// path with a slash inside, and no string that spans lines.
  private func isMachineMade(_ script: Script) -> Bool {
    script.problems.isEmpty
      && script.statements.allSatisfy { statement in
        ["add", "set"].contains(statement.verb)
          && !script.file.bytes[statement.span.range].dropFirst()
            .prefix { $0 != 0x20 && $0 != 0x0D && $0 != 0x0A }.contains(UInt8(ascii: "/"))
          && !holdsBareLineBreak(script.file.bytes[statement.span.range])
      }
  }

  private func holdsBareLineBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == 0x0A, index > bytes.startIndex else { return false }
      let before = bytes[index - 1] == 0x0D ? index - 2 : index - 1
      return before < bytes.startIndex || bytes[before] != UInt8(ascii: "\\")
    }
  }

  /// Whatever a file is, its spans and gaps spell it.
  @Test func spansAndGapsSpellTheFile() throws {
    for (number, file) in Corpus.shared.files.enumerated() {
      let bytes = try file.bytes()
      let script = parse(SourceFile(name: "export", bytes: bytes))
      if let complaint = complaintAboutSpans(script, isTranscript: file.kind == "terminal") {
        Issue.record("file \(number): \(complaint)")
      }
    }
  }

  private func texts(of statement: Statement) -> [String] {
    statement.arguments.map { argument in
      switch argument.kind {
      case .pair: "\(argument.name ?? "")=\(argument.value)"
      case .unset: "!\(argument.name ?? "")"
      case .positional: argument.value
      }
    }
  }
}
