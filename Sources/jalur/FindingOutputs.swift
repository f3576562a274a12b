import ArgumentParser
import Report

/// One form of the findings, and where it goes.
struct FindingOutput: ExpressibleByArgument {
  let format: FindingFormat
  /// The file; nil for standard output.
  let file: String?

  /// `sarif`, or `sarif=FILE`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = FindingFormat(rawValue: String(parts[0])) else { return nil }
    if parts.count > 1, parts[1].isEmpty { return nil }
    self.format = format
    file = parts.count > 1 && parts[1] != "-" ? String(parts[1]) : nil
  }

  static var allValueStrings: [String] { FindingFormat.allCases.map(\.rawValue) }
}

/// The forms that findings are written in: one to standard output, any number to files.
struct FindingOutputs: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A form of the findings; with =FILE to a file. May be repeated; without it, text.",
      valueName: "format[=file]"))
  var format: [FindingOutput] = []

  /// Throws when two outputs would be written into each other.
  func check() throws(Failure) {
    var files: Set<String> = []
    var onStandardOutput: [String] = []
    for output in format {
      if let file = output.file {
        guard files.insert(realPath(file) ?? file).inserted else {
          throw Failure("two formats go to '\(file)'; give each a file of its own")
        }
      } else {
        onStandardOutput.append(output.format.rawValue)
      }
    }
    if onStandardOutput.count > 1 {
      let last = onStandardOutput.last ?? ""
      throw Failure(
        "\(onStandardOutput.count) formats go to standard output; give all but one a file, as in "
          + "'--format \(last)=FILE'")
    }
  }

  /// Writes what the pieces of each form come to, made on every processor; what goes to standard output is
  /// written piece by piece, and only that is coloured.
  func write(
    beside inputs: [String], in palette: Palette,
    _ pieces: (FindingFormat, Palette) -> [Piece]
  ) async throws(Failure) {
    if format.isEmpty {
      return await writeToStandardOutput(pieces(.text, palette))
    }
    for output in format {
      if let file = output.file {
        var bytes: [UInt8] = []
        await make(pieces(output.format, .plain)) { bytes += $0 }
        try writeOutput(file, bytes, beside: inputs)
      } else {
        await writeToStandardOutput(pieces(output.format, palette))
      }
    }
  }
}

/// Makes the pieces of a report on every processor, and writes them in order.
func writeToStandardOutput(_ pieces: [Piece]) async {
  await make(pieces) { writeToStandardOutput($0) }
}

/// Makes pieces, and hands them over in order.
private func make(_ pieces: [Piece], _ take: ([UInt8]) -> Void) async {
  await workInParallel(on: pieces, grab: 1, with: {}) { piece, _ in
    Array(piece().utf8)
  } inOrder: {
    take($0)
  }
}
