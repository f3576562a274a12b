import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The exports of a checkout, at the merge base and at its head.
struct GateSides {
  let before: [Script]
  let now: [Script]
  /// Exports of the merge base that are still there and cannot be read any more: what was found in
  /// them is not mended.
  private(set) var lost: Set<String> = []
  /// The new names of exports that were renamed, by the old ones.
  private(set) var renames: [String: String] = [:]
  /// Why what matters could not be read, a sentence each.
  private(set) var problems: [String]
  /// Exports that git compares after it has converted their line breaks, and finds the same.
  private let sameForGit: Set<String>

  /// Reads both sides, `head` being a commit or nil for the tree as it is now; says on standard error
  /// what cannot be read. Throws when neither has an export.
  init(
    _ git: Git, _ commit: String, head: String?, including globs: [Glob]
  ) async throws(Failure) {
    let side = try await GateHead(git, commit, head, globs)
    now = side.exports.scripts
    problems = side.exports.problems + side.foreign.problems
    let readable = Set(now.map(\.file.name))
    before = try await readCommit(git, commit, globs, besides: readable) {
      complain("'\($0)' was no text at the merge base; all it holds is new")
    }
    for name in before.map(\.file.name) where !readable.contains(name) {
      guard side.holds(name) else { continue }
      lost.insert(name)
      if side.exports.unreadable.contains(name) { continue }
      let isLeftOut = side.leftOut.contains(name)
      let reason =
        isLeftOut ? "is left out of this sparse checkout" : "is none that can be read now"
      let problem = "'\(name)' was an export and \(reason)"
      complain(problem)
      problems.append(problem)
    }
    let pairs = head == nil ? Self.differingInLineBreaksOnly(before, now) : []
    sameForGit = pairs.isEmpty ? [] : try await git.filesWithConvertedLineBreaks(among: pairs)
    if before.isEmpty, now.isEmpty {
      throw Failure("no export is below the current folder, now or at the merge base")
    }
    renames = renamed(try await git.renames(since: commit, to: head), readable)
  }

  /// Exports that git finds under another name, and those that are there byte for byte, which git
  /// cannot know of files that it does not track.
  private func renamed(_ found: [String: String], _ readable: Set<String>) -> [String: String] {
    let old = before.filter { !readable.contains($0.file.name) && !lost.contains($0.file.name) }
    let names = Set(before.map(\.file.name))
    var taken = Set(found.values)
    let fresh = Dictionary(
      now.filter { !names.contains($0.file.name) }.map { ($0.file.bytes, $0.file.name) },
      uniquingKeysWith: { first, _ in first })
    var renames: [String: String] = [:]
    for script in old {
      let name = script.file.name
      if let new = found[name], readable.contains(new), !names.contains(new) {
        renames[name] = new
      } else if let new = fresh[script.file.bytes], taken.insert(new).inserted {
        renames[name] = new
      }
    }
    return renames
  }

  /// The exports that are not what they were, sorted by path.
  func changed() -> [ChangedExport] {
    var old = Dictionary(before.map { ($0.file.name, $0) }, uniquingKeysWith: { $1 })
    let new = Dictionary(now.map { ($0.file.name, $0) }, uniquingKeysWith: { $1 })
    var all = renames.map { from, to in
      let change = old[from].flatMap { old in new[to].flatMap { self.change(old, $0) } }
      return ChangedExport(name: to, kind: .renamed(from: from, change))
    }
    for name in renames.keys { old[name] = nil }
    let taken = Set(renames.values)
    all += Set(old.keys).union(new.keys).subtracting(taken).compactMap { name in
      switch (old[name], new[name]) {
      case (nil, _): return ChangedExport(name: name, kind: .added)
      case (_, nil):
        return lost.contains(name) ? nil : ChangedExport(name: name, kind: .removed)
      case (let old?, let new?):
        if old.file.bytes == new.file.bytes || sameForGit.contains(name) { return nil }
        return ChangedExport(name: name, kind: .changed(change(old, new)))
      }
    }
    return all.sorted { $0.name < $1.name }
  }

  /// What a change means; nil when part of either export could not be followed.
  private func change(_ old: Script, _ new: Script) -> ChangedExport.Meaning? {
    let sides = (lower(old), lower(new))
    let isWhole = [sides.0, sides.1].allSatisfy {
      $0.understood == $0.script.count && $0.gaps.isEmpty
    }
    return isWhole
      ? ChangedExport.Meaning(compare(sides.0, sides.1), old: old, new: new) : nil
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
}
