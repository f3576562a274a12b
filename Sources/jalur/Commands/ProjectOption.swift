import ArgumentParser

/// The project; the same for every command that obeys one.
struct ProjectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The project; jalur.yaml of the working directory or above it if left out.",
      valueName: "file"))
  var config: String?

  /// The project that is meant; nil when there is none.
  func open() throws(Failure) -> OpenProject? {
    if let config { return try OpenProject(config) }
    return try OpenProject.nearest()
  }
}
