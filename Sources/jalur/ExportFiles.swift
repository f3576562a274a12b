import Diagnostics
import FoundationEssentials
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The exports that were found, and what was not read.
struct Exports {
  /// Where they are, in the order of the search; a file that is reached twice is there once.
  var paths: [String] = []
  /// What was read of them, in the same order; nothing before ``read()``.
  var scripts: [Script] = []
  /// Why files could not be read, a sentence each.
  var problems: [String] = []
  /// The paths of those files.
  var unreadable: Set<String> = []
  var skippedFiles = 0
  var skippedLinks = 0

  /// Reads them all; each that cannot be read is a problem.
  mutating func read() async {
    var progress = Progress("read", of: paths.count)
    var outcomes: [Result<Script, Failure>] = []
    await workInParallel(on: paths, grab: 8, with: {}) { path, _ -> Result<Script, Failure> in
      do throws(Failure) { return .success(try readScript(path)) } catch {
        return .failure(error)
      }
    } inOrder: { outcome in
      progress.advance()
      outcomes.append(outcome)
    }
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .success(let script): scripts.append(script)
      case .failure(let failure): leaveOut(path, failure.message)
      }
    }
  }

  /// Notes why a file is not read.
  mutating func leaveOut(_ path: String, _ problem: String) {
    problems.append(problem)
    unreadable.insert(path)
  }

  /// Says on standard error what could not be read.
  func reportProblems() {
    for problem in problems { complain(problem) }
  }

  /// Says on standard error what could not be read, and counts what was skipped.
  func report() {
    reportProblems()
    var skipped: [String] = []
    if skippedFiles > 0 {
      let files = counted(skippedFiles, "file that holds", "files that hold")
      skipped.append("\(files) no export")
    }
    if skippedLinks > 0 { skipped.append(counted(skippedLinks, "link")) }
    if !skipped.isEmpty {
      complain("skipped \(skipped.joined(separator: " and "))")
    }
  }
}

/// Reads every input; folders are walked, and what is skipped there is counted on standard error.
///
/// One input of many that cannot be read is said there, too, and does not keep the others from being
/// audited. Throws when nothing at all could be read.
func readExports(_ paths: [String], including globs: [Glob]) async throws(Failure) -> Exports {
  var exports = try findExports(paths, including: globs)
  await exports.read()
  if exports.scripts.isEmpty, let problem = exports.problems.popLast() {
    exports.report()
    throw Failure(problem)
  }
  exports.report()
  return exports
}

/// Finds every input without reading it; folders are walked. Throws when nothing at all was found.
func findExports(_ paths: [String], including globs: [Glob]) throws(Failure) -> Exports {
  try refuseDoubledInput(paths)
  var search = ExportSearch(including: globs)
  for path in paths {
    if kind(of: path) == .folder { search.walk(path, below: "") } else { search.take(path) }
  }
  var exports = search.exports
  if exports.paths.isEmpty {
    let problem = exports.problems.popLast()
    exports.report()
    throw Failure(
      problem ?? "no export found; expected *.rsc, *.export, *.cfg or text that names RouterOS")
  }
  return exports
}

/// Collects exports. A file that is reached twice, by whatever names, is taken once.
struct ExportSearch {
  private(set) var exports = Exports()
  private let globs: [Glob]
  private var seen: Set<FileIdentity> = []

  /// A search that takes files whose path below their folder matches one of `globs` for exports, too.
  init(including globs: [Glob]) { self.globs = globs }

  /// Takes a file that was asked for.
  mutating func take(_ path: String) {
    if path != "-", let file = lookUp(path), !seen.insert(file.identity).inserted { return }
    exports.paths.append(path)
  }

  /// Takes the exports below a folder, sorted by path; `below` is its own path from where the walk
  /// began. Links and what begins with a dot are left out, so that nothing outside is read and the
  /// walk ends.
  mutating func walk(_ folder: String, below parent: String) {
    let names: [String]
    do throws(Failure) { names = try namesInFolder(folder) } catch {
      return exports.leaveOut(folder, error.message)
    }
    let prefix = folder.hasSuffix("/") ? folder : "\(folder)/"
    for name in names where !name.hasPrefix(".") {
      let file = lookUp(prefix + name, followingLinks: false)
      if file?.kind == .folder {
        walk(prefix + name, below: "\(parent)\(name)/")
      } else {
        takeIfExport(prefix + name, below: parent + name, file)
      }
    }
  }

  /// Takes a file of a folder if it is an export; the file of a project is none, and nobody takes it for one.
  /// `relative` is its path below the folder.
  mutating func takeIfExport(_ path: String, below relative: String) {
    takeIfExport(path, below: relative, lookUp(path, followingLinks: false))
  }

  private mutating func takeIfExport(
    _ path: String, below relative: String, _ file: FoundFile?
  ) {
    switch file?.kind {
    case .regular:
      if globs.contains(where: { $0.matches(relative) }) || looksLikeExport(path) {
        if let file, seen.insert(file.identity).inserted { exports.paths.append(path) }
      } else if relative.split(separator: "/").last != Project.fileName[...] {
        exports.skippedFiles += 1
      }
    case .link: exports.skippedLinks += 1
    case .folder, .other, .pipe: exports.skippedFiles += 1
    case nil:
      exports.leaveOut(path, "'\(path)' cannot be opened; rename it if its name is not UTF-8")
    }
  }
}

/// Whether a file of a folder is an export, by its name or by what its first 2 KB say.
func looksLikeExport(_ path: String) -> Bool {
  hasNameOfExport(path) || (readStart(path, 2048).map(namesRouterOS) ?? false)
}

/// What the header of an export says.
let wordsOfHeader = "by RouterOS"

/// Whether a text begins like an export. What only quotes such a beginning, as a report of Jalur does,
/// is none: the header is a comment.
func namesRouterOS(_ bytes: [UInt8]) -> Bool {
  let start = bytes.prefix(2048)
  return !start.contains(0)
    && start.split(separator: UInt8(ascii: "\n")).contains { line in
      line.first == UInt8(ascii: "#")
        && String(decoding: line, as: UTF8.self).contains(wordsOfHeader)
    }
}

/// Whether a file is an export by its name.
func hasNameOfExport(_ path: String) -> Bool {
  [".rsc", ".export", ".cfg"].contains(where: path.hasSuffix)
}
