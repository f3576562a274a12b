import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur diff --git`, which git calls for each file that changed (gitattributes(5), GIT_EXTERNAL_DIFF).
///
/// Git stops at the first file for which the program fails, so that whatever is wrong is said, and no more.
extension Diff {
  func runForGit() async {
    let path = paths[0]
    guard paths.count > 1 else {
      return writeToStandardOutput("\(printable(path)): not merged yet\n")
    }
    let newPath = paths.count > 7 ? paths[7] : path
    do throws(Failure) {
      let sides = try await understandBoth(
        try readSide(paths[1], named: path), try readSide(paths[4], named: newPath))
      let title = path == newPath ? path : "\(path) → \(newPath)"
      if format == .text { writeToStandardOutput("jalur diff \(printable(title))\n") }
      await write(compare(sides.old, sides.new), sides.old.script, sides.new.script)
    } catch {
      complain(error.message)
    }
  }
}

/// Reads one side; what git names and is empty or missing, and `/dev/null`, has no
/// configuration.
func readSide(_ path: String, named name: String? = nil) throws(Failure) -> SourceFile {
  let isEmptyFile = name != nil && lookUp(path).map { $0.kind == .regular && $0.size == 0 } ?? true
  let isEmpty = path == "/dev/null" || isEmptyFile
  if isEmpty { return SourceFile(name: name ?? path, bytes: []) }
  let file = try readInput(path)
  return name.map { SourceFile(name: $0, bytes: file.bytes) } ?? file
}

/// Understands both exports at once, since most of the work is done on each for itself; every statement of
/// both must be readable.
func understandBoth(_ old: SourceFile, _ new: SourceFile) async throws(Failure) -> (
  old: Configuration, new: Configuration
) {
  async let newSide = understand(new)
  let oldSide = understand(old)
  return (try requireWhole(oldSide), try requireWhole(await newSide))
}
