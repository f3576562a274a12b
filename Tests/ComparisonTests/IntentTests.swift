import Comparison
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText
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

  private func strays(_ fragments: String..., from actual: String = actual) throws -> [String] {
    let files = fragments.enumerated().map { SourceFile(name: "\($0).rsc", text: $1) }
    let intent = files.count == 1 ? files[0] : SourceFile(joining: files, separator: "/")
    return told(try compare(intent: lower(parse(intent)), with: lower(script(actual))).changes)
  }

  @Test(arguments: [
    ("/ip dns\nset servers=192.0.2.1\n", []),
    ("/ip dns\nset allow-remote-requests=no\n", ["changed 1>3 allow-remote-requests"]),
    ("/interface bridge\nadd name=a\n", []),
    ("/interface bridge\nadd name=a protocol-mode=rstp\n", ["changed 1>1 protocol-mode"]),
    ("/interface bridge\nadd name=c\n", ["removed 1>-"]),
    ("/interface bridge\nremove [find name=b]\n", ["added ->2"]),
    ("/interface bridge\nremove [find name=z]\n", []),
    ("/interface bridge\nremove b\nremove z\n", ["added ->2"]),
    ("/interface bridge\nadd name=a !comment\n", ["changed 1>1 comment"]),
    ("/interface bridge\nadd name=b !comment\n", []),
    // What is cleared and filled again may be there.
    ("/interface bridge\nremove [find protocol-mode=none]\nadd name=a\n", []),
    ("/interface bridge\nadd name=b\nremove [find name=b]\n", ["added ->2"]),
    ("/ip service\nset telnet disabled=yes\nset ftp disabled=yes\n", ["changed 2>- disabled"]),
  ])
  func onlyWhatIsMentionedIsManaged(intent: String, expected: [String]) throws {
    #expect(try strays(intent) == expected)
  }

  @Test(arguments: [
    // Of settings, and of entries that RouterOS keeps unique, the last word holds.
    ("/ip dns\nset servers=192.0.2.9\n", "/ip dns\nset servers=192.0.2.1\n", []),
    (
      "/ip dns\nset servers=192.0.2.9\n", "/ip dns\nset allow-remote-requests=yes\n",
      ["changed 1>3 servers"]
    ),
    (
      "/interface bridge\nadd name=a protocol-mode=rstp\n",
      "/interface bridge\nadd name=a protocol-mode=none\n", []
    ),
    (
      "/interface bridge\nadd name=a comment=y protocol-mode=rstp\n",
      "/interface bridge\nadd name=a protocol-mode=none\n", ["changed 1>1 comment"]
    ),
    // The later fragment takes back what the earlier wants, and wants what the earlier forbids.
    ("/interface bridge\nadd name=c\n", "/interface bridge\nremove [find name=c]\n", []),
    ("/interface bridge\nremove [find name=b]\n", "/interface bridge\nadd name=b\n", []),
    // What neither has is missing once.
    (
      "/interface bridge\nadd name=c comment=x\n", "/interface bridge\nadd name=c comment=y\n",
      ["removed 2>-"]
    ),
  ])
  func laterFragmentsOverrideEarlierOnes(base: String, site: String, expected: [String]) throws {
    #expect(try strays(base, site) == expected)
  }

  @Test func placesAreThoseOfTheFragments() throws {
    let files = ["base", "site"].map {
      SourceFile(name: "\($0).rsc", text: "/interface bridge\nadd name=\($0)")
    }
    let scripts = (parse(SourceFile(joining: files, separator: "/")), script(Self.actual))
    let found = try compare(intent: lower(scripts.0), with: lower(scripts.1))
    let text = renderChanges(found, scripts.0, scripts.1)
    #expect(
      text.contains("  - base    base.rsc:2\n") && text.contains("  - site    site.rsc:2\n"),
      "\(text)")
    #expect(
      renderChangesJSON(found, scripts.0, scripts.1).contains(
        #""old":{"file":"site.rsc","line":2}"#))
  }

  /// What a search means that nobody can follow is refused, not passed over.
  @Test func aProhibitionThatOnlyARouterCanTellIsRefused() {
    let error = #expect(throws: SourceError.self) {
      try strays("/interface bridge\nremove [find where [:len $name] > 3]\n")
    }
    #expect(error?.message.contains("only a router can tell") ?? false, "\(error?.message ?? "")")
  }

  @Test func menusThatAreNotMentionedAreListed() throws {
    let scripts = (script("/ip dns\nset servers=192.0.2.1\n"), script(Self.actual))
    let found = try compare(intent: lower(scripts.0), with: lower(scripts.1))
    #expect(
      renderChanges(found, scripts.0, scripts.1)
        == "no differences\nnot managed: /interface bridge, /ip service, /system identity\n")
  }
}
