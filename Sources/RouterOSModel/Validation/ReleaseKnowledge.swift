import RouterOSSyntax

/// How far the catalogue can tell what a release does not have.
enum ReleaseKnowledge {
  /// It was made from the command trees of these releases: what it does not list is not there.
  case whole
  /// It holds what exports and manuals tell: what it does not list may be there all the same.
  case partial
  /// The release came out later: it may have what nobody knew of.
  case none

  /// What is known of `version`; nil stands for an export that does not name its release.
  init(of version: RouterOSVersion?) {
    guard let version, version >= RouterOSVersion(7, 9) else { self = .partial; return }
    self = version < RouterOSVersion(7, 25) ? .whole : .none
  }
}

extension ReleaseRange {
  /// The range in words: `since 7.15`, `until 7.18`, `from 7.13 to 7.20`; nil for all releases.
  var words: String? {
    guard let again else { return wordsOfOneRange }
    return [wordsOfOneRange, "since \(again)"].compactMap { $0 }.joined(separator: " and ")
  }

  private var wordsOfOneRange: String? {
    switch (since, before.map(\.lastBefore)) {
    case (let since?, let last?): "from \(since) to \(last)"
    case (let since?, nil): "since \(since)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): nil
    }
  }
}

extension RouterOSVersion {
  /// The last release before this one, in as many numbers as tell it: `7.18` before 7.19, `6` before 7.0.
  fileprivate var lastBefore: String {
    if patch > 0 { return RouterOSVersion(major, minor, patch - 1).description }
    return minor > 0 ? "\(major).\(minor - 1)" : "\(major - 1)"
  }
}
