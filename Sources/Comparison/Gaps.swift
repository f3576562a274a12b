import RouterOSModel

extension Differences {
  /// Takes out the changes in `menu` that from `first` on that may only be there because one of the exports does not show
  /// the menu whole, and counts them as not comparable.
  mutating func leaveOutWhatGapsExplain(
    in menu: String, from first: Int, _ old: Configuration, _ new: Configuration
  ) {
    let isAltered = old.isAltered(menu) || new.isAltered(menu)
    let certain = changes[first...].filter { change in
      switch change.kind {
      case .added: old.gaps[menu] == nil
      case .removed: new.gaps[menu] == nil
      case .changed, .moved, .renamed: !isAltered
      }
    }
    notComparable += changes.count - first - certain.count
    changes[first...] = certain[...]
  }
}

extension Configuration {
  fileprivate func isAltered(_ menu: String) -> Bool { gaps[menu] != nil && mayBeAltered(menu) }
}
