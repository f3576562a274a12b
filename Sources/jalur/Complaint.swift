import ArgumentParser
import Diagnostics

/// What is wrong with the arguments of the program, in one sentence of the house.
struct Complaint {
  /// What the argument parser says.
  let message: String
  /// The arguments, without the name of the program.
  let arguments: [String]

  /// The sentence, with where to read on.
  var sentence: String {
    if let word = arguments.first, isNoCommand(word) { return noCommand(word) }
    let isPath = arguments.contains {
      $0.hasPrefix("-") && $0.utf8.count > 1 && kind(of: $0) != nil
    }
    let hint = isPath ? "put '--' before paths that begin with '-'" : "see '\(help)'"
    return isQuestion ? inOneSentence : "\(inOneSentence); \(hint)"
  }

  private var isQuestion: Bool { message.hasSuffix("?") }

  /// The message without full stops: lower case, alternatives behind a semicolon.
  private var inOneSentence: String {
    let parts = message.split(separator: ". ", maxSplits: 1).map(String.init)
    let words = parts.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    guard words.count == 2 else { return lowered(words.joined()) }
    return "\(lowered(words[0])); \(alternatives(words[1]))"
  }

  private func alternatives(_ text: String) -> String {
    let request = "Please provide one of "
    guard text.hasPrefix(request) else { return lowered(text) }
    // Few are quoted in a line, many listed one a line.
    let isList = text.contains("\n  - ")
    let words = text.dropFirst(request.count).split(separator: isList ? "\n  - " : "'")
    let named = words.enumerated().filter { isList ? $0.offset > 0 : $0.offset % 2 == 0 }
    let alternatives = named.map { String($0.element) }.sorted()
    return "expected one of \(alternatives.joined(separator: ", "))"
  }

  private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  private var help: String {
    let command = arguments.first.map { Self.commands.contains($0) ? " \($0)" : "" } ?? ""
    return "jalur\(command) --help"
  }

  private func isNoCommand(_ word: String) -> Bool {
    !word.hasPrefix("-") && word != "help"
      && !Jalur.configuration.subcommands.contains { $0._commandName == word }
  }

  private func noCommand(_ word: String) -> String {
    if let near = nearestWord(to: word, among: Self.commands) {
      return "no command '\(word)'; did you mean '\(near)'?"
    }
    return "no command '\(word)'; expected one of \(Self.commands.joined(separator: ", "))"
  }

  private static var commands: [String] {
    Jalur.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .map { $0._commandName }.sorted()
  }
}
