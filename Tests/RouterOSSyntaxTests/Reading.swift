import RouterOSSyntax
import SourceText

/// Reads `text` as an export.
func read(_ text: String) -> Script { parse(SourceFile(name: "example.rsc", text: text)) }

/// Every argument of a script as `name=value`, `!name` or the bare value, decoded.
func arguments(_ script: Script) -> [String] {
  script.statements.flatMap { statement in
    statement.arguments.map { argument in
      switch argument.kind {
      case .pair: "\(argument.name ?? "")=\(argument.value)"
      case .unset: "!\(argument.name ?? "")"
      case .positional: argument.value
      }
    }
  }
}

/// Every statement as its menu and verb.
func commands(_ script: Script) -> [String] {
  script.statements.map { "\($0.menu) \($0.verb)" }
}

/// A text in which `«` and `»` enclose the places that are meant, and the places without them.
struct MarkedText {
  let text: String
  let spans: [Span]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [Span] = []
    var start = 0
    for character in marked.unicodeScalars {
      switch character {
      case "«": start = bytes.count
      case "»": spans.append(Span(start, bytes.count))
      default: bytes += Array(String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.spans = spans
  }
}
