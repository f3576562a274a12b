import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import Testing

/// How a router strays from what somebody wrote down that it should be.
@Suite struct IntentTests {
  private static let actual = """
    /interface bridge
    add comment=x name=a protocol-mode=none
    add name=b
    /ip dns
    set allow-remote-requests=yes servers=192.0.2.1
    /ip service
    set telnet disabled=yes
    /system identity
    set name=r

    """

  private func strays(_ intent: String) -> [String] {
    told(compare(intent: lower(script(intent)), with: lower(script(Self.actual))).changes)
  }

  @Test(arguments: [
    ("/ip dns\nset servers=192.0.2.1\n", []),
    ("/ip dns\nset allow-remote-requests=no\n", ["changed 1>3 allow-remote-requests"]),
    ("/interface bridge\nadd name=a\n", []),
    ("/interface bridge\nadd name=a protocol-mode=rstp\n", ["changed 1>1 protocol-mode"]),
    ("/interface bridge\nadd name=c\n", ["removed 1>-"]),
    ("/interface bridge\nremove [find name=b]\n", ["added ->2"]),
    ("/interface bridge\nremove [find name=z]\n", []),
    ("/ip service\nset telnet disabled=yes\nset ftp disabled=yes\n", ["changed 2>- disabled"]),
  ])
  func onlyWhatIsMentionedIsManaged(intent: String, expected: [String]) {
    #expect(strays(intent) == expected)
  }

  @Test func menusThatAreNotMentionedAreListed() {
    let scripts = (script("/ip dns\nset servers=192.0.2.1\n"), script(Self.actual))
    let found = compare(intent: lower(scripts.0), with: lower(scripts.1))
    #expect(
      renderChanges(found, scripts.0, scripts.1)
        == "no differences\nnot managed: /interface bridge, /ip service, /system identity\n")
  }
}
