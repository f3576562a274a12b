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
    let users = entries("/user")
    let rows = users.map { row(of: $0, groups) }
    let isSettled =
      users.contains { $0.factoryName == administrator || $0.value("name").text == administrator }
      || removedUsers.contains(administrator)
    return isSettled ? rows : rows + [possibleAdministrator]
  }

  private func row(of user: Entry, _ groups: NamedEntries) -> Row {
    let name = user.value("name").text ?? user.factoryName
    var cells: [String: Cell] = [:]
    if user.argument(of: "password") == nil {
      cells["password"] = Cell(.unknown(.passwordsLeftOut), .text)
    }
    if user.argument(of: "name") == nil, let name { cells["name"] = Cell(name, .name) }
    var group = user.value("group").text
    if user.factoryName == administrator, user.argument(of: "group") == nil {
      group = groupOfAdministrator
      cells["group"] = Cell(groupOfAdministrator, .name)
    }
    cells["policy"] = policy(of: group, groups)
    return Row(name ?? "user", entry: user, place: user.place, cells: cells)
  }

  private func policy(of group: String?, _ groups: NamedEntries) -> Cell {
    guard let group, let entry = groups[group] else { return Cell(.unset, .set) }
    return Cell("policy", of: entry).given(by: "group '\(group)'")
  }

  private var possibleAdministrator: Row {
    Row(
      administrator, entry: nil, place: Span(0, 0), doubt: .usersLeftOut,
      cells: [
        "address": Cell(.unknown(.usersLeftOut), .addresses),
        "disabled": Cell(.unknown(.usersLeftOut), .boolean),
        "group": Cell(groupOfAdministrator, .name), "name": Cell(administrator, .name),
        "password": Cell(.unknown(.passwordsLeftOut), .text),
        "policy": Cell(.unset, .set), "written": Cell(false),
        "built-in": Cell(true), "comment": .none,
      ])
  }
}

/// The user that a router leaves the factory with.
private let administrator = "admin"
private let groupOfAdministrator = "full"

extension Cause {
  fileprivate static let usersLeftOut = Cause(
    "exports leave out users that nobody changed", remedy: "look at /user print on the router")

  fileprivate static let passwordsLeftOut = Cause(
    "no export holds passwords of users, SSH keys or certificates",
    remedy: "have the router ask for strong ones: /user settings, and keys instead of passwords")
}
