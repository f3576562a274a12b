import RouterOSModel

extension Differences {
  /// Takes out the changes in `menu` that may only be there because one of the exports does not show the
  /// menu whole, and counts them as not comparable.
  mutating func leaveOutWhatGapsExplain(
    in menu: String, _ old: Configuration, _ new: Configuration
  ) {
    guard old.gaps[menu] != nil || new.gaps[menu] != nil else { return }
    let isAltered = old.isAltered(menu) || new.isAltered(menu)
    let certain = changes.filter { change in
      switch change.kind {
      case .added: old.gaps[menu] == nil
      case .removed: new.gaps[menu] == nil
      case .changed, .moved: !isAltered
      }
    }
    notComparable += changes.count - certain.count
    changes = certain
  }
}

extension Configuration {
  fileprivate func isAltered(_ menu: String) -> Bool { gaps[menu] != nil && mayBeAltered(menu) }
}
