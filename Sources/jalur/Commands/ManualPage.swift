import ArgumentParser
import Report

/// `jalur manual-page`: what `man jalur` shows, made from the commands; for those who install or package Jalur.
struct ManualPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-page",
    abstract: "Print the page for man, made from the commands.",
    discussion: "jalur manual-page > jalur.1",
    shouldDisplay: false)

  func run() throws {
    var sections = [ManualSection(title: "overview", text: Jalur.helpMessage(columns: 78))]
    for command in Jalur.configuration.subcommands where command.configuration.shouldDisplay {
      let name = command.configuration.commandName ?? ""
      let help = Jalur.helpMessage(for: command, columns: 78)
      sections.append(ManualSection(title: "jalur \(name)", text: help))
    }
    writeToStandardOutput(
      renderManualPage(
        version: Release.version, abstract: Jalur.configuration.abstract, sections: sections))
  }
}
