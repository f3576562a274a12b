import Foundation

/// Writes text files into a Swift file, so that they travel inside the program.
///
/// Called by the build: `embed-files OUTPUT COMMIT ROOT FILE…`. Each file is named relative to `ROOT`;
/// `COMMIT` is what is built, empty when nobody knows. The texts become `StaticString`s, which compile fast
/// and cost nothing at start. Catalogue files are cut into their menus, so that nobody has to when the
/// program runs.
@main
struct EmbedFiles {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else { stop("usage: embed-files OUTPUT COMMIT ROOT FILE…") }
    var texts: [(path: String, text: String)] = []
    for path in arguments.dropFirst(4) {
      let isBelow = path.hasPrefix(arguments[3] + "/")
      let name = isBelow ? String(path.dropFirst(arguments[3].count + 1)) : path
      texts += name.hasSuffix(".catalogue") ? menus(of: text(of: path)) : [(name, text(of: path))]
    }
    do {
      let sorted = texts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      try source(embedding: sorted, of: arguments[2])
        .write(toFile: arguments[1], atomically: true, encoding: .utf8)
    } catch {
      stop("cannot write '\(arguments[1])'")
    }
  }

  private static func source(
    embedding texts: [(path: String, text: String)], of commit: String
  ) -> String {
    var source = """
      /// A text that travels inside the program: a file, or a menu of the catalogue.
      struct EmbeddedFile {
        /// Where it lies below its folder, with `/`; of a menu, its path.
        let path: StaticString
        /// All of it.
        let text: StaticString
      }

      /// The commit that was built; empty when nobody knows.
      let embeddedCommit: StaticString = \(literal(commit))

      /// Every embedded text, sorted by the bytes of its path.
      let embeddedFiles: [EmbeddedFile] = [

      """
    for (path, text) in texts {
      source += "  EmbeddedFile(path: \(literal(path)), text: \(literal(text))),\n"
    }
    return source + "]\n"
  }

  /// Cuts a catalogue where a line begins with a slash; what stands before that is left out.
  private static func menus(of text: String) -> [(path: String, text: String)] {
    var menus: [(path: String, text: String)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("/") {
        menus.append((String(line.prefix { $0 != " " }), String(line)))
      } else if !menus.isEmpty {
        menus[menus.count - 1].text += "\n" + line
      }
    }
    return menus
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
