import Policy

extension PolicySet {
  /// Whether any rule may ask for what stands at the other end of a row, so that all routers are better
  /// prepared for that before the first is judged.
  public var looksAcross: Bool { rules.contains(where: \.looksAcross) }

  /// Whether any rule asks for secrets, which are compared with those of other routers.
  public var readsSecrets: Bool {
    rules.contains { rule in
      rule.selections.contains { $0.source.view == "secrets" }
    }
  }
}

extension Rule {
  fileprivate var looksAcross: Bool {
    if joinsRouters(self) || selections.contains(where: { $0.source.view == "lan-routes" }) {
      return true
    }
    let clauses = conditions.flatMap { $0.clauses + $0.any.joined() }
    let columns =
      (per + show + [mark].compactMap(\.self) + clauses.map(\.column)
      + clauses.flatMap(\.condition.operands).compactMap(\.column)).map(\.text)
    return (columns + placeholders(in: message.text) + placeholders(in: fix.text)).contains {
      $0.hasPrefix("far") || $0.hasPrefix("other.far") || $0 == "also-at" || $0 == "link"
    }
  }

  /// All that it selects by.
  fileprivate var selections: [Selection] {
    let found = expect.verbs.compactMap { verb in
      if case .find(let selection) = verb { selection } else { nil }
    }
    return [select] + [when].compactMap(\.self) + found
  }

  /// All conditions that it holds rows against.
  private var conditions: [Conditions] {
    let ofVerbs = expect.verbs.flatMap { verb -> [Conditions] in
      switch verb {
      case .howMany(_, let chosen, _): [chosen]
      case .inOrder(let steps): steps
      case .disjoint, .distinct, .find, .same, .strictlyOrdered: []
      }
    }
    return selections.map(\.conditions) + [expect.conditions] + ofVerbs
  }
}

extension Selection.Source {
  /// The view that rows are selected from; nil for a menu.
  fileprivate var view: String? {
    if case .view(let word) = self { word.text } else { nil }
  }
}
