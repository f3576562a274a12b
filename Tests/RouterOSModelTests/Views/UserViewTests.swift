import RouterOSModel
import Testing

/// Who may log in, as far as an export tells.
@Suite struct UserViewTests {
  @Test func administratorsAreLeftOutOfExports() throws {
    let admin = try #require(rows(.users, of: "/ip route\nadd gateway=192.0.2.1").named("admin"))
    #expect(admin.doubt != nil && admin.words("group", "disabled") == ["full", "?"])
  }

  @Test func usersHaveThePolicyOfTheirGroup() {
    let users = rows(
      .users,
      of: """
        /user group
        add name=watchers policy=read,winbox
        /user
        set [ find name=admin ] disabled=yes
        add group=watchers name=noc address=192.0.2.0/24
        """)
    #expect(
      users.named("noc")?.words("group", "policy", "address") == [
        "watchers", "read,winbox", "192.0.2.0/24",
      ])
    #expect(users.named("noc")?.cell("policy")?.giver == "group 'watchers'")
  }

  /// Commands on users that no line adds, and name, group and state of the users after them.
  @Test(arguments: [
    ("/user disable admin", ["admin", "full", "yes"]),
    ("/user disable [find name=admin]", ["admin", "full", "yes"]),
    ("/user disable admin\n/user enable admin", ["admin", "full", "no"]),
    ("/user set [ find name=admin ] group=read", ["admin", "read", "no"]),
    ("/user/set admin disabled=yes", ["admin", "full", "yes"]),
    ("/user set admin name=noc\n/user disable noc", ["noc", "full", "yes"]),
    ("/user remove admin\n/user add name=noc group=read", ["noc", "read", "no"]),
    ("/user add name=noc group=full\n/user remove [find name=admin]", ["noc", "full", "no"]),
  ])
  func commandsReachUsersThatNoLineAdds(commands: String, expected: [String]) throws {
    let users = rows(.users, of: commands)
    #expect(users.count == 1)
    let user = try #require(users.first)
    #expect(user.doubt == nil && user.words("name", "group", "disabled") == expected)
  }

  @Test func aNumberMeansAnotherUserInEverySession() {
    #expect(rows(.users, of: "/user disable 0").named("admin")?.doubt != nil)
  }
}
