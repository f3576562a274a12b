/// The menus that exports show, as a tree of their words.
struct ExportedMenus {
  private struct Step: Hashable {
    let menu: Int
    let word: ArraySlice<UInt8>
  }

  private var steps: [Step: Int] = [:]
  /// For each menu the first statement of its last export, -1 without one. The root is the first.
  private var starts = [-1]

  init(_ exports: [(menu: String, start: Int)]) {
    for export in exports {
      var menu = 0
      for word in Array(export.menu.utf8).split(separator: .slash) {
        let step = Step(menu: menu, word: word)
        menu = steps[step] ?? starts.count
        if menu == starts.count { starts.append(-1) }
        steps[step] = menu
      }
      starts[menu] = max(starts[menu], export.start)
    }
  }

  /// The first statement of the last export that shows `path`, or a menu above it; -1 without one.
  /// Linear in the length of the path.
  func lastExport(of path: [UInt8]) -> Int {
    var menu = 0
    var last = starts[menu]
    for word in path.split(separator: .slash) {
      guard let next = steps[Step(menu: menu, word: word)] else { break }
      menu = next
      last = max(last, starts[menu])
    }
    return last
  }
}
