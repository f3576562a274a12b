import Subprocess

/// A git checkout, asked through git itself.
struct Git {
  /// The output of a git command in the current folder; throws what git says when it fails.
  func output(_ arguments: [String]) async throws -> [UInt8] {
    let safe = ["-c", "core.fsmonitor=", "-c", "core.quotepath=off"] + arguments
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(safe), output: .bytes(limit: 1 << 30),
      error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      let words = result.standardError.split(separator: "\n").first ?? "it gave no reason"
      throw Failure("git refused '\(arguments.joined(separator: " "))': \(words)")
    }
    return result.standardOutput
  }

  /// One line of output.
  func line(_ arguments: [String]) async throws -> String {
    let text = String(decoding: try await output(arguments), as: UTF8.self)
    return String(text.split(separator: "\n").first ?? "")
  }

  /// The commit where the current one left `reference`.
  func mergeBase(with reference: String) async throws -> String {
    let commit = try await line(
      [
        "rev-parse", "--verify", "--quiet", "--end-of-options", "\(reference)^{commit}",
      ], or: "'\(reference)' is no commit here; fetch it, or name another")
    let isShallow = try await line(["rev-parse", "--is-shallow-repository"]) == "true"
    let hint = isShallow ? "; this clone is shallow, fetch more of its history" : ""
    return try await line(
      ["merge-base", "HEAD", commit], or: "'\(reference)' and HEAD have no common commit\(hint)")
  }

  private func line(_ arguments: [String], or message: String) async throws -> String {
    guard let line = try? await line(arguments), !line.isEmpty else { throw Failure(message) }
    return line
  }

  /// The paths of all regular files of a commit, below the current folder.
  func files(of commit: String) async throws -> [String] {
    let output = try await output(["ls-tree", "-r", "-z", commit])
    return output.split(separator: 0).compactMap { record in
      let text = String(decoding: record, as: UTF8.self)
      guard text.hasPrefix("100"), let tab = text.firstIndex(of: "\t") else { return nil }
      return String(text[text.index(after: tab)...])
    }
  }

  /// The bytes of a file of a commit.
  func file(_ path: String, of commit: String) async throws -> [UInt8] {
    try await output(["cat-file", "blob", "\(commit):./\(path)"])
  }
}
