import FoundationEssentials

extension Git {
  /// The new names of files that git finds again under another one, by the old names; `head` is a commit,
  /// or nil for the tree as it is now. Only names below the current folder.
  func renames(since commit: String, to head: String?) async throws(Failure) -> [String: String] {
    let answer = try await output(
      Self.diff + ["--find-renames", "--diff-filter=R", "--relative", commit]
        + (head.map { [$0] } ?? [])
        + ["--"])
    let words = answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var renames: [String: String] = [:]
    for place in stride(from: 0, to: words.count - words.count % 3, by: 3) {
      renames[words[place + 1]] = words[place + 2]
    }
    return renames
  }

  /// What decides how exports are judged and is not what it was, from the root of the checkout: the project
  /// file, and those of `policies` that lie in it; each with the letter of git for what became of it.
  func changedPolicies(
    since commit: String, to head: String?, _ policies: [String]
  ) async throws(Failure) -> [(letter: String, path: String)] {
    let root = try await run(["rev-parse", "--show-toplevel"]).line
    let inside = policies.filter { policy in
      !root.isEmpty && realPath(policy).map { $0.hasPrefix(root + "/") } ?? false
    }
    let asked = [":(top)jalur.yaml"] + inside.map { ":(literal)\($0)" }
    let answer = try await output(
      Self.diff + ["--no-renames", commit] + (head.map { [$0] } ?? []) + ["--"] + asked)
    let words = answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var changes = stride(from: 0, to: words.count - words.count % 2, by: 2).map {
      (letter: words[$0], path: words[$0 + 1])
    }
    if head == nil {
      let untracked = try await output(
        ["ls-files", "-z", "--full-name", "--others", "--exclude-standard", "--"] + asked)
      changes += untracked.split(separator: 0).map {
        (letter: "A", path: String(decoding: $0, as: UTF8.self))
      }
    }
    var seen: Set<String> = []
    return changes.sorted { $0.path < $1.path }.filter { seen.insert($0.path).inserted }
  }

  /// A comparison that runs no program of the user's.
  private static let diff = [
    "diff", "--no-ext-diff", "--no-textconv", "--name-status", "-z",
    "--ignore-submodules",
  ]
}
