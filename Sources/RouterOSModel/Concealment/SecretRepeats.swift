import RouterOSSyntax
import SourceText

/// The places of a script, scripts within it included, at which a known secret is repeated.
struct SecretRepeats {
  /// The places, in no order.
  private(set) var hidden: [HiddenSpan] = []
  private let secrets: KnownSecrets
  private let file: SourceFile
  private let catalogue: Catalogue

  /// Finds them; linear in the size of the script, times the depth of its scripts.
  init(of secrets: KnownSecrets, in script: Script, by catalogue: Catalogue) {
    self.secrets = secrets
    self.catalogue = catalogue
    file = script.file
    if !secrets.isEmpty { search(script, depth: 0) }
  }

  /// Finds those in one argument of a script.
  init(of secrets: KnownSecrets, in argument: Argument, by catalogue: Catalogue) {
    self.secrets = secrets
    self.catalogue = catalogue
    file = argument.script.file
    let statement = argument.script.holder(ofArgument: argument.index)
    if !secrets.isEmpty { search(argument, of: statement, depth: 0) }
  }

  private mutating func search(_ script: Script, depth: Int) {
    for statement in script.statements {
      for argument in statement.arguments { search(argument, of: statement, depth: depth) }
    }
    for comment in script.comments {
      let start = Int(comment.span.start)
      hidden += secrets.ranges(in: Array(file.bytes[comment.span.range])).map {
        HiddenSpan(Span(start + $0.lowerBound, start + $0.upperBound), .secret)
      }
    }
  }

  private mutating func search(_ argument: Argument, of statement: Statement, depth: Int) {
    if let name = argument.name, !secrets.ranges(in: Array(name.utf8)).isEmpty,
      !catalogue.menu(statement.menu).knows(argument)
    {
      hidden.append(HiddenSpan(argument.nameSpan, .secret))
    }
    if argument.valueSpan.isEmpty { return }
    let value = argument.valueBytes
    let ranges = secrets.ranges(in: value)
    if !ranges.isEmpty {
      let decoded = argument.decodedValue
      hidden += ranges.map { HiddenSpan(decoded.span(of: $0), .secret) }
    }
    // Only what is escaped once more reads differently within.
    if depth < SecretSearch.deepest, argument.isCode || argument.isQuoted,
      value.contains(UInt8(ascii: "\\")), let script = statement.script(of: argument)
    {
      search(script, depth: depth + 1)
    }
  }
}
