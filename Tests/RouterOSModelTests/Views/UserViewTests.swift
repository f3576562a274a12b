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
}
