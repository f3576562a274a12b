import Foundation

/// Writes text files into a Swift file, so that they travel inside the program.
///
/// Called by the build: `embed-files OUTPUT ROOT FILE…`. Each file is named relative to `ROOT`. The
/// texts become `StaticString`s, which compile fast and cost nothing at start.
@main
struct EmbedFiles {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { stop("usage: embed-files OUTPUT ROOT FILE…") }
    var source = """
      /// A text file that travels inside the program.
      struct EmbeddedFile {
        /// Where it lies below its folder, with `/`.
        let path: StaticString
        /// All of it.
        let text: StaticString
      }

      /// Every embedded file, sorted by path.
      let embeddedFiles: [EmbeddedFile] = [

      """
    for path in arguments.dropFirst(3).sorted() {
      let name =
        path.hasPrefix(arguments[2] + "/") ? path.dropFirst(arguments[2].count + 1) : path[...]
      source +=
        "  EmbeddedFile(path: \(literal(String(name))), text: \(literal(text(of: path)))),\n"
    }
    do {
      try (source + "]\n").write(toFile: arguments[1], atomically: true, encoding: .utf8)
    } catch {
      stop("cannot write '\(arguments[1])'")
    }
  }

  private static func text(of path: String) -> String {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { stop("cannot read '\(path)' as UTF-8") }
    return text
  }

  /// A string literal of one line: every character that could end it or mean something is escaped.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case " "..."~": literal.unicodeScalars.append(scalar)
      default: literal += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return literal + "\""
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("embed-files: \(message)\n".utf8))
    exit(1)
  }
}
