/// Which Jalur this is.
enum Release {
  /// By Semantic Versioning.
  static let version = "0.1.0"

  /// The version and the commit it was built from, which is left out when it was built outside of a checkout.
  static var description: String {
    let commit = embeddedCommit.description
    return commit.isEmpty ? version : "\(version) (\(commit))"
  }
}
