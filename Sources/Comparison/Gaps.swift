import RouterOSModel

extension Differences {
  /// Takes out the changes in `menu` that from `first` on that may only be there because one of the exports does not show
  /// the menu whole, and counts them as not comparable.
  mutating func leaveOutWhatGapsExplain(
    in menu: String, from first: Int, _ old: Configuration, _ new: Configuration
  ) {
    let isAltered = old.isAltered(menu) || new.isAltered(menu)
    let isShown = old.shows(menu) && new.shows(menu)
    let certain = changes[first...].filter { change in
      switch change.kind {
      case .added: old.showsWhole(menu)
      case .removed: new.showsWhole(menu)
      case .changed, .renamed: !isAltered && (isShown || change.isOfWrittenEntries)
      case .moved: !isAltered && isShown
      }
    }
    let leftOut = changes.count - first - certain.count
    notComparable += leftOut
    if leftOut > 0, !isShown { comparesParts = true }
    changes[first...] = certain[...]
  }
}

extension Change {
  /// Whether both sides have a line for the entry.
  fileprivate var isOfWrittenEntries: Bool {
    old?.isWritten ?? false && new?.isWritten ?? false
  }
}

extension Configuration {
  /// Whether what is not read of a menu is not on the router.
  func showsWhole(_ menu: String) -> Bool { gaps[menu] == nil && shows(menu) }

  fileprivate func isAltered(_ menu: String) -> Bool { gaps[menu] != nil && mayBeAltered(menu) }
}
