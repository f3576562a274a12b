extension ViewDefinition {
  static let defaultRoutes = ViewDefinition(
    meaning: "routes to everywhere, static ones and those that clients add",
    columns: routes.columns.dropLast() + [
      .failsOver,
      ViewColumn(
        "untranslated", .set, "private networks here that leave by it without source NAT"),
      ViewColumn("repeats", .boolean, "whether it says again what a row before it says"),
      .disabled,
    ],
    menus: routes.menus, sources: routes.sources,
    rows: { $0.defaultRouteRows() })
}
