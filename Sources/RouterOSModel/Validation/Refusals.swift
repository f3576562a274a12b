import SourceText

/// What a router of the release would refuse, and what of the configuration that puts into doubt.
struct Refusals: Sendable {
  /// All problems of meaning, in file order.
  let problems: [MeaningProblem]
  /// The menus of which statements are certain to be refused for a name, as one that is spelt wrong, with
  /// the first such place: their entries are not those that the lines seem to make.
  let menus: [String: Span]

  /// The menus in which a property is typed in short, with the first such place.
  let shortened: [String: Span]

  init(_ problems: [MeaningProblem], shortened: [String: Span]) {
    self.problems = problems
    self.shortened = shortened
    var menus: [String: Span] = [:]
    for problem in problems {
      for menu in problem.menusInDoubt where menus[menu] == nil { menus[menu] = problem.span }
    }
    self.menus = menus
  }
}

extension MeaningProblem {
  /// The menus whose entries a name that is wrong puts into doubt: its own, and the one that was meant. A
  /// name that is like no other may be one that the catalogue lacks.
  fileprivate var menusInDoubt: [String] {
    switch kind {
    case .invalidValue, .unknownMenu(near: nil), .unknownProperty(near: nil): []
    case .menuOfOtherRelease(_, let instead): [menu] + [instead].compactMap { $0 }
    case .propertyOfOtherRelease, .unknownProperty: [menu]
    case .unknownMenu(let near): [menu] + [near].compactMap { $0 }
    }
  }
}

extension Cause {
  static func shortened(_ menu: String) -> Cause {
    Cause(
      "a statement of '\(menu)' has a property in short", remedy: "write the name in full")
  }

  static func refused(_ menu: String) -> Cause {
    Cause(
      "a statement that concerns '\(menu)' has a name that its release does not know",
      remedy: "correct the name")
  }
}
