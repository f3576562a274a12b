import ArgumentParser

/// The command line: files, arguments and exit status; everything else is pure and below.
@main
struct Jalur: AsyncParsableCommand {
  // Every command says its name: to make one from the name of its type takes half of the start-up.
  static let configuration = CommandConfiguration(
    commandName: "jalur",
    abstract: "Audits and compares exports of MikroTik RouterOS.",
    discussion: """
      Check the exports of a network, routers that face each other together:
        jalur audit routers/

      Fail a merge only on findings that it brings:
        jalur gate --base origin/main

      Read why a rule asks what it asks:
        jalur explain default-route-pair

      See what a change really changes, whatever the order and spelling of the lines:
        jalur diff before.rsc after.rsc

      Fail a CI job when two exports differ in meaning:
        jalur diff --exit-code intended.rsc actual.rsc

      See what a change script would do, before it is run:
        jalur diff router.rsc --apply change.rsc

      See a router as a table, the same for RouterOS 6 and 7:
        jalur show default-routes routers/

      Check that exports can be read:
        jalur parse routers/*.rsc

      Write exports as RouterOS itself prints them, or check that they are:
        jalur fmt routers/
        jalur fmt --check routers/

      Begin a project: write jalur.yaml for the exports that are here:
        jalur init

      Run the pages of rules of your own as their tests:
        jalur test our-rules/

      Exit status: 0 clean, 1 findings or differences, 2 could not do the job.
      """,
    version: Release.description,
    subcommands: [
      Apply.self, Audit.self, Diff.self, FormatExports.self, Gate.self, Parse.self, Show.self,
      Explain.self, Rules.self, Schema.self, Test.self, Initialise.self, ManualPage.self,
    ])

  /// Runs the command; whatever goes wrong with arguments or input ends with status 2.
  static func main() async {
    prepareStreams()
    endOnInterruption()
    // Where /proc is missing, Swift on Linux knows no arguments: to go on would be to say that all is well.
    if CommandLine.arguments.isEmpty {
      end(Failure("the arguments cannot be read; mount /proc where jalur runs"))
    }
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      end(failure)
    } catch let status as ExitCode {
      endProgram(status.rawValue)
    } catch {
      if exitCode(for: error) != .success {
        let arguments = Array(CommandLine.arguments.dropFirst())
        end(Failure(Complaint(message: message(for: error), arguments: arguments).sentence))
      }
      writeToStandardOutput(fullMessage(for: error) + "\n")
      endProgram(0)
    }
  }

  private static func end(_ failure: Failure) -> Never {
    complain(failure.message)
    endProgram(2)
  }
}
