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

  /// Writes what `render` makes of each form; only what goes to standard output is coloured.
  func write(
    beside inputs: [String], in palette: Palette, _ render: (FindingFormat, Palette) -> String
  ) throws(Failure) {
    if format.isEmpty { return writeToStandardOutput(render(.text, palette)) }
    for output in format {
      if let file = output.file {
        try writeOutput(file, Array(render(output.format, .plain).utf8), beside: inputs)
      } else {
        writeToStandardOutput(render(output.format, palette))
      }
    }
  }
}
