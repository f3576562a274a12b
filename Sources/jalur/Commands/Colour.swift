import ArgumentParser
import FoundationEssentials
import Report

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether reports for people are coloured; the same for every command that writes some.
struct Colour: ParsableArguments {
  /// When to colour.
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case always
    case auto
    case never
  }

  @Option(help: "auto: colour on a terminal, unless NO_COLOR is set; always; never.")
  var color = Choice.auto

  /// The colours to write to standard output with.
  var palette: Palette {
    switch color {
    case .always: .colours
    case .auto: isWanted ? .colours : .plain
    case .never: .plain
    }
  }

  /// `NO_COLOR` counts when it is not empty (no-color.org), and a `TERM` of `dumb` cannot.
  private var isWanted: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}
