extension RouterViews {
  /// The routes to everywhere, with what makes sense of several of them.
  func defaultRouteRows() -> [Row] {
    let rows = configuration.routeRows(.defaults)
    let intent = FailoverIntent(self, rows)
    let later = laterCells(of: .defaults)
    return rows.enumerated().map { place, row in
      var row = row
      row.cells["fails-over"] = intent.cell(of: row)
      row.later = (later, place)
      return row
    }
  }
}
