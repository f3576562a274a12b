import ArgumentParser
import Policy
import Report

/// `jalur schema`: what may stand in the files of the language, for editors.
struct Schema: ParsableCommand {
  /// The files there is a schema of.
  enum FileKind: String, CaseIterable, ExpressibleByArgument {
    case pack
    case project
    case rule
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of rules, of pack.yaml or of jalur.yaml.",
    discussion: """
      Editors that know JSON Schema complete and check these files by it: write

      # yaml-language-server: $schema=rule.schema.json

      in the first line of a rule. It is made from what the program itself reads by; columns, values and \
      placeholders only the program checks.

      jalur schema rule > rule.schema.json
      jalur schema project > jalur.schema.json
      """)

  @ArgumentParser.Argument(help: "rule, pack or project.")
  var kind: FileKind

  func run() {
    switch kind {
    case .pack: writeToStandardOutput(renderSchema(of: .pack, title: "pack of rules of Jalur"))
    case .project: writeToStandardOutput(renderSchema(of: .project, title: "project of Jalur"))
    case .rule: writeToStandardOutput(renderSchema(of: .rule, title: "rule of Jalur"))
    }
  }
}
