/// Folders of a checkout that belong to another repository: git knows only their commits, and the gate
/// reads none of their files.
struct ForeignFolders {
  /// What changed with them cannot be told, a sentence each.
  var problems: [String] = []
  /// Those that are what they were, a sentence each.
  var notes: [String] = []

  /// Submodules, and those of them whose commit changed.
  fileprivate init(_ submodules: [String], changed: Set<String>) {
    for path in submodules {
      let sentence = "'\(path)' is a submodule, whose files are not read"
      if changed.contains(path) {
        problems.append("\(sentence), and its commit changed")
      } else {
        notes.append(sentence)
      }
    }
  }

  /// Says on standard error which they are.
  func report() {
    for sentence in problems + notes { complain(sentence) }
  }
}

extension Git {
  /// The submodules of the tree and of a commit, and the repositories that merely lie in the tree.
  func foreignFolders(
    since commit: String, _ tree: WorkingTree
  ) async throws(Failure) -> ForeignFolders {
    let before = try await submodules(of: commit)
    let recorded = submodules(in: try await output(["ls-files", "-z", "--stage"]))
    let all = Set(before.keys).union(recorded.keys).sorted()
    var folders = ForeignFolders(all, changed: try await changed(all, since: commit))
    for path in tree.nestedRepositories {
      folders.problems.append("'\(path)' is a repository of its own, whose files are not read")
    }
    return folders
  }

  /// The submodules of two commits.
  func foreignFolders(
    since commit: String, in head: String
  ) async throws(Failure) -> ForeignFolders {
    let before = try await submodules(of: commit)
    let now = try await submodules(of: head)
    let all = Set(before.keys).union(now.keys).sorted()
    return ForeignFolders(all, changed: Set(all.filter { before[$0] != now[$0] }))
  }

  /// The submodules of a commit, and the commits of theirs.
  private func submodules(of commit: String) async throws(Failure) -> [String: String] {
    submodules(in: try await output(["ls-tree", "-r", "-z", commit]))
  }

  /// What a listing of git says of submodules: the commit behind the mode, in one of two places.
  private func submodules(in listing: [UInt8]) -> [String: String] {
    var commits: [String: String] = [:]
    for record in listing.split(separator: 0) {
      guard record.starts(with: "160000 ".utf8),
        let tab = record.firstIndex(of: UInt8(ascii: "\t"))
      else { continue }
      let path = String(decoding: record[record.index(after: tab)...], as: UTF8.self)
      let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      commits[path] = words.first { $0.count >= 40 }.map(String.init)
    }
    return commits
  }

  /// Those of some submodules whose commit is another one than in `commit`, checked out or recorded.
  private func changed(
    _ submodules: [String], since commit: String
  ) async throws(Failure) -> Set<String> {
    guard !submodules.isEmpty else { return [] }
    let answer = try await output(
      [
        "--literal-pathspecs", "diff-index", "-z", "--name-only", "--relative",
        "--ignore-submodules=dirty", commit, "--",
      ] + submodules)
    return Set(answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Those of some files whose line breaks git converts to LF before it compares them, by their
  /// attributes or else by `core.autocrlf`.
  func filesWithConvertedLineBreaks(among paths: [String]) async throws(Failure) -> Set<String> {
    let setting = try await run(["config", "--get", "core.autocrlf"]).line
    let isUsual = ["input", "true"].contains(setting.lowercased())
    let listing = try await output(
      ["--literal-pathspecs", "ls-files", "-z", "--eol", "--"] + paths)
    var converted: Set<String> = []
    for record in listing.split(separator: 0) {
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      let attributes = words.drop { !$0.hasPrefix("attr/") }.joined(separator: " ").dropFirst(5)
      let isText = attributes.hasPrefix("text") || attributes.contains("eol=")
      guard isText || (attributes.isEmpty && isUsual) else { continue }
      converted.insert(String(decoding: record[record.index(after: tab)...], as: UTF8.self))
    }
    return converted
  }
}
