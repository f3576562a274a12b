import SourceText

extension ViewDefinition {
  static let users = ViewDefinition(
    meaning: "who may log in to the router, as far as an export tells",
    columns: [
      ViewColumn("name", .name, "the user"),
      ViewColumn("group", .name, "the group"),
      ViewColumn("policy", .set, "what members of the group may do"),
      ViewColumn("address", .addresses, "the networks they must come from; none for any"),
      ViewColumn("password", .text, "never known, since no export holds it"),
      .disabled,
    ],
    menus: ["/user"],
    sources: ["/user/group"],
    rows: { $0.configuration.userRows() })
}

extension Configuration {
  /// One row for each user that a line speaks of. Routers leave users out of most exports, and `admin`
  /// out of all in which nobody changed it, so that its row may not be there.
  func userRows() -> [Row] {
    let groups = NamedEntries(of: "/user/group", in: self)
    let rows = entries("/user").map { user in
      let group = user.value("group").text
      return Row(
        user.value("name").text ?? user.selector ?? "user", entry: user, place: user.place,
        cells: [
          "password": user.argument(of: "password") == nil
            ? Cell(.unknown(.passwordsLeftOut), .text) : Cell("password", of: user),
          "policy": policy(of: group, groups),
        ])
    }
    if rows.contains(where: { $0.text("name") == "admin" }) { return rows }
    return rows + [possibleAdministrator]
  }

  private func policy(of group: String?, _ groups: NamedEntries) -> Cell {
    guard let group, let entry = groups[group] else { return Cell(.unset, .set) }
    return Cell("policy", of: entry).given(by: "group '\(group)'")
  }

  private var possibleAdministrator: Row {
    Row(
      "admin", entry: nil, place: Span(0, 0), doubt: .usersLeftOut,
      cells: [
        "address": Cell(.unknown(.usersLeftOut), .addresses),
        "disabled": Cell(.unknown(.usersLeftOut), .boolean), "group": Cell("full", .name),
        "name": Cell("admin", .name), "password": Cell(.unknown(.passwordsLeftOut), .text),
        "policy": Cell(.unset, .set), "written": Cell(false),
        "built-in": Cell(true), "comment": .none,
      ])
  }
}

extension Cause {
  fileprivate static let usersLeftOut = Cause(
    "exports leave out users that nobody changed", remedy: "look at /user print on the router")

  fileprivate static let passwordsLeftOut = Cause(
    "no export holds passwords of users, SSH keys or certificates",
    remedy: "have the router ask for strong ones: /user settings, and keys instead of passwords")
}
