import ArgumentParser

/// Exports that are named in a file, so that other programs can feed Jalur any number of names.
struct NamedPaths: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take names of exports from a file, one a line, or each ended by NUL; - is standard input.",
      valueName: "file"))
  var filesFrom: String?

  /// The paths that were given, and those that the file names. Throws when that are none: what fed the
  /// file may have failed, and nothing must pass for a clean network.
  func all(_ paths: [String]) throws(Failure) -> [String] {
    guard let filesFrom else {
      if paths.isEmpty {
        throw Failure("no exports given; name some, or a file of names by --files-from")
      }
      return paths
    }
    try refuseDoubledInput(paths + [filesFrom])
    let bytes = try readNames(filesFrom)
    let end: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    var named: [String] = []
    for name in bytes.split(separator: end) where !name.isEmpty {
      guard let text = String(validating: name, as: UTF8.self) else {
        throw Failure("'\(filesFrom)' names a file in bytes that are not UTF-8; rename it")
      }
      named.append(text)
    }
    if named.contains("-") {
      throw Failure("'\(filesFrom)' names '-'; expected names of files")
    }
    if paths.isEmpty, named.isEmpty {
      throw Failure("\(filesFrom == "-" ? "standard input" : "'\(filesFrom)'") names no exports")
    }
    return paths + named
  }
}
