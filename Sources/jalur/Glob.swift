import ArgumentParser

/// A pattern of paths: `*` and `?` stand for any characters, or one, within a name, `**` for any number
/// of folders. A pattern without `/` is held against the name alone, in every folder.
///
/// Matching costs the length of the pattern times that of the path at most: all ways to match are
/// followed at once, and none is tried again.
struct Glob: ExpressibleByArgument {
  private enum Part {
    case any
    case anyFolders
    case anyWithinName
    case letter(Unicode.Scalar)
    case one
  }

  private let parts: [Part]
  private let isForNames: Bool

  /// Nil for the empty pattern.
  init?(argument: String) {
    let pattern = argument.hasPrefix("/") ? String(argument.dropFirst()) : argument
    guard !pattern.isEmpty else { return nil }
    parts = Self.parts(of: Array(pattern.unicodeScalars))
    isForNames = !argument.contains("/")
  }

  /// Whether a path, relative and with `/`, matches.
  func matches(_ path: String) -> Bool {
    let start = isForNames ? path.lastIndex(of: "/").map(path.index(after:)) : nil
    var states = Array(repeating: false, count: parts.count + 1)
    states[0] = true
    skipEmpty(&states, atStartOfName: true)
    for scalar in path[(start ?? path.startIndex)...].unicodeScalars {
      states = step(states, scalar)
      skipEmpty(&states, atStartOfName: scalar == "/")
    }
    return states[parts.count]
  }

  private static func parts(of pattern: [Unicode.Scalar]) -> [Part] {
    var parts: [Part] = []
    var place = 0
    while place < pattern.count {
      let rest = pattern[place...]
      let isAtStart = place == 0 || pattern[place - 1] == "/"
      if isAtStart, rest.starts(with: ["*", "*", "/"]) {
        parts.append(.anyFolders)
        place += 3
      } else if rest.starts(with: ["*", "*"]) {
        parts.append(.any)
        place += 2
      } else {
        let scalar = pattern[place]
        parts.append(scalar == "*" ? .anyWithinName : scalar == "?" ? .one : .letter(scalar))
        place += 1
      }
    }
    return parts
  }

  /// The places in the pattern that `scalar` leads to; place `n` stands before part `n`.
  private func step(_ states: [Bool], _ scalar: Unicode.Scalar) -> [Bool] {
    var next = Array(repeating: false, count: states.count)
    for (place, part) in parts.enumerated() where states[place] {
      switch part {
      case .any, .anyFolders: next[place] = true
      case .anyWithinName: if scalar != "/" { next[place] = true }
      case .letter(let letter): if letter == scalar { next[place + 1] = true }
      case .one: if scalar != "/" { next[place + 1] = true }
      }
    }
    return next
  }

  /// Adds the places that are reached without reading anything.
  private func skipEmpty(_ states: inout [Bool], atStartOfName: Bool) {
    for (place, part) in parts.enumerated() where states[place] {
      switch part {
      case .any, .anyWithinName: states[place + 1] = true
      case .anyFolders: if atStartOfName { states[place + 1] = true }
      case .letter, .one: continue
      }
    }
  }
}
