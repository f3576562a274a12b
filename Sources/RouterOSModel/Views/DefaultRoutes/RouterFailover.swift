extension Configuration {
  /// Whether any table of the router is meant to fail over; `routes` are its default routes.
  func failsOver(_ routes: [Row]) -> Cell {
    let gap = incompleteness(of: .defaultRoutes)
    if routes.contains(where: { $0.cell("fails-over")?.isYes ?? false }),
      alteration(of: .defaultRoutes) == nil
    {
      return Cell(true)
    }
    for row in routes {
      if case .unknown(let cause)? = row.cell("fails-over")?.content {
        return Cell(.unknown(cause), .boolean)
      }
    }
    return gap.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
  }
}
