import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The exports of a checkout, at the merge base and now.
struct GateSides {
  let before: [Script]
  let now: [Script]
  /// Exports of the merge base that are still there and cannot be read any more: what was found in
  /// them is not mended.
  private(set) var lost: Set<String> = []
  /// Whether everything that matters could be read.
  var isWhole: Bool { problems.isEmpty && lost.isEmpty }
  private let problems: [String]
  /// Exports that git compares after it has converted their line breaks, and finds the same.
  private let sameForGit: Set<String>

  /// Reads both sides; says on standard error what cannot be read. Throws when neither has an export.
  init(_ git: Git, _ commit: String, including globs: [Glob]) async throws(Failure) {
    let tree = try await git.workingTree()
    let exports = Self.readNow(tree, globs)
    exports.report()
    now = exports.scripts
    let foreign = try await git.foreignFolders(since: commit, tree)
    foreign.report()
    problems = exports.problems + foreign.problems
    let readable = Set(now.map(\.file.name))
    before = try await Self.readBefore(git, commit, globs, readable)
    for name in before.map(\.file.name) where !readable.contains(name) {
      let isThere = kind(of: name, followingLinks: false).map { $0 != .folder } ?? false
      guard isThere || tree.leftOut.contains(name) else { continue }
      lost.insert(name)
      if exports.unreadable.contains(name) { continue }
      let reason = isThere ? "is none that can be read now" : "is left out of this sparse checkout"
      writeToStandardError("jalur: '\(printable(name))' was an export and \(reason)\n")
    }
    let pairs = Self.differingInLineBreaksOnly(before, now)
    sameForGit = pairs.isEmpty ? [] : try await git.filesWithConvertedLineBreaks(among: pairs)
    if before.isEmpty, now.isEmpty {
      throw Failure("no export is below the current folder, now or at the merge base")
    }
  }

  /// The exports that are not what they were, sorted by path.
  func changed() -> [ChangedExport] {
    let old = Dictionary(before.map { ($0.file.name, $0) }, uniquingKeysWith: { $1 })
    let new = Dictionary(now.map { ($0.file.name, $0) }, uniquingKeysWith: { $1 })
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      switch (old[name], new[name]) {
      case (nil, _): return ChangedExport(name: name, kind: .added)
      case (_, nil):
        return lost.contains(name) ? nil : ChangedExport(name: name, kind: .removed)
      case (let old?, let new?):
        if old.file.bytes == new.file.bytes || sameForGit.contains(name) { return nil }
        return ChangedExport(name: name, kind: .changed(differences(old, new)))
      }
    }
  }

  /// What a change means; nil when part of either export could not be followed.
  private func differences(_ old: Script, _ new: Script) -> Differences? {
    let sides = (lower(old), lower(new))
    let isWhole = [sides.0, sides.1].allSatisfy {
      $0.understood == $0.script.count && $0.gaps.isEmpty
    }
    return isWhole ? compare(sides.0, sides.1) : nil
  }

  /// The exports that are what they were but for carriage returns, which they did not have.
  private static func differingInLineBreaksOnly(_ before: [Script], _ now: [Script]) -> [String] {
    let old = Dictionary(before.map { ($0.file.name, $0.file.bytes) }, uniquingKeysWith: { $1 })
    return now.compactMap { script in
      guard let bytes = old[script.file.name], bytes.count < script.file.bytes.count else {
        return nil
      }
      return bytes == withoutCarriageReturns(script.file.bytes) ? script.file.name : nil
    }
  }

  /// The bytes with LF for each CR LF.
  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      let isOfLineBreak = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      if !isOfLineBreak { converted.append(byte) }
    }
    return converted
  }

  private static func readNow(_ tree: Git.WorkingTree, _ globs: [Glob]) -> Exports {
    var search = ExportSearch(including: globs)
    for path in tree.files where !isHidden(path) {
      let kind = kind(of: path, followingLinks: false)
      let isDeleted = kind == nil && !path.contains("\u{FFFD}")
      let isSubmodule = kind == .folder
      if !isDeleted, !isSubmodule { search.takeIfExport(path, below: path) }
    }
    var exports = search.exports
    exports.read()
    return exports
  }

  /// The exports of a commit: what has such a name, begins like one, or is one now.
  private static func readBefore(
    _ git: Git, _ commit: String, _ globs: [Glob], _ readable: Set<String>
  ) async throws(Failure) -> [Script] {
    let mentioned = try await git.files(of: commit, withComment: wordsOfHeader)
    let candidates = try await git.files(of: commit).filter { blob in
      let path = blob.path
      return !isHidden(path)
        && (mentioned.contains(path) || hasNameOfExport(path) || readable.contains(path)
          || globs.contains { $0.matches(path) })
    }
    var scripts: [Script] = []
    for (blob, bytes) in zip(candidates, try await git.contents(of: candidates)) {
      let isNamed = hasNameOfExport(blob.path) || globs.contains { $0.matches(blob.path) }
      guard isNamed || namesRouterOS(bytes) else { continue }
      if bytes.isEmpty || bytes.contains(0) {
        guard readable.contains(blob.path) else { continue }
        writeToStandardError(
          "jalur: '\(printable(blob.path))' was no text at the merge base; all it holds is new\n")
      } else {
        scripts.append(parse(SourceFile(name: blob.path, bytes: bytes)))
      }
    }
    return scripts
  }
}

/// Whether a walk leaves a path out, because one of its names begins with a dot.
private func isHidden(_ path: String) -> Bool { path.hasPrefix(".") || path.contains("/.") }
