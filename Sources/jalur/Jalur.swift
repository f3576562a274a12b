import ArgumentParser

/// The command line: files, arguments and exit status; everything else is pure and below.
@main
struct Jalur: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jalur",
    abstract: "Reads RouterOS exports and says what they mean.",
    discussion: """
      See what a change really changes, whatever the order and spelling of the lines:
        jalur diff before.rsc after.rsc

      Fail a CI job when two exports differ in meaning:
        jalur diff --exit-code intended.rsc actual.rsc

      Check that exports can be read:
        jalur parse routers/*.rsc

      Exit status: 0 clean, 1 differences with --exit-code, 2 could not do the job.
      """,
    version: "0.1.0",
    subcommands: [Parse.self, Diff.self])

  /// Runs the command; whatever goes wrong with arguments or input ends with status 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      writeToStandardError("jalur: \(failure.message)\n")
      endProgram(2)
    } catch {
      let status = exitCode(for: error).rawValue
      let message = fullMessage(for: error)
      if status == 0 { writeToStandardOutput(message + "\n") }
      if status != 0, !(error is ExitCode) { writeToStandardError(message + "\n") }
      endProgram(status == 0 || error is ExitCode ? status : 2)
    }
  }
}
