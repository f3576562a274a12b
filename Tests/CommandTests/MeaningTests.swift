import Foundation
import Testing

/// What the commands say of lines that can be read and that a router would refuse.
@Suite struct MeaningTests {
  private static let text = """
    # 2025-01-02 03:04:05 by RouterOS 7.18
    /system identity
    set name=a
    /ip route
    add distance=300 dst-address=192.0.2.0/24 gateway=198.51.100.1
    add gatway=198.51.100.2
    /user ssh-keys
    add comment=a
    :put done

    """

  @Test func parseSaysWhatARouterWouldRefuse() throws {
    let result = try jalur("parse", "--support", "-", input: Self.text)
    #expect(result.status == 0, "what was read was read: \(result)")
    #expect(
      result.output == """
        -:5:14: warning: '300' is no value of 'distance'; expected a whole number from 0 to 255
        -:6:5: warning: 'gatway' is no known property of /ip route; did you mean 'gateway'?
        -:5:1: unknown: a value is invalid
        -:6:1: unknown: its release has no such property
        -:8:1: not modelled: '/user/ssh-keys' is known to be there, and no more
        -:9:1: immaterial: it only looks, tells or computes
        -: 5 statements (1 understood, 1 immaterial, 1 not modelled, 2 unknown)

        """)
  }

  @Test func parseListsSupportAsJSONWhenAsked() throws {
    let plain = try jalur("parse", "--format", "json", "-", input: Self.text).output
    let support =
      #""support":{"understood":1,"immaterial":1,"notModelled":1,"unknown":2}"#
    #expect(plain.contains(support) && !plain.contains("exceptions"), "\(plain)")
    let listed = try jalur("parse", "--format", "json", "--support", "-", input: Self.text).output
    #expect(
      listed.contains(
        #"{"line":9,"column":1,"support":"immaterial","reason":"it only looks, tells or computes"}"#
      ))
  }

  @Test func theAuditFailsOnInvalidValuesAndWarnsOfNames() throws {
    let result = try jalur("audit", "--support", "-", input: Self.text)
    #expect(result.status == 1)
    #expect(result.output.contains("error[invalid-value]: '300' is no value of 'distance'"))
    #expect(result.output.contains("warning[unknown-name]: 'gatway' is no known property"))
    #expect(result.output.contains("-:8:1: not modelled: "))
    #expect(
      result.output.contains(
        "5 statements (1 understood, 1 immaterial, 1 not modelled, 2 unknown), "))
    let names = Self.text.replacing("distance=300", with: "distance=3")
    let judged = ["-", "--rule", "unknown-name", "--rule", "default-route-pair"]
    for (options, status) in [([], 0), (["--fail-on", "warning"], 1), (["--fail-on-unknown"], 1)] {
      let result = try runProgram(program, ["audit"] + options + judged, input: names)
      #expect(result.status == Int32(status), "\(options): \(result)")
    }
  }

  @Test func aValueThatIsNoneNeverPassesARule() throws {
    let rules = try RuleFolder(
      [
        "near-routes.yaml": """
        id: near-routes
        severity: error
        message: route {dst-address} is far
        why: w
        fix: f
        select: { menu: /ip route, where: { disabled: no } }
        expect: { distance: { at-most: 500 } }

        """
      ])
    let text = Self.text.replacing("add gatway=198.51.100.2\n", with: "")
    let result = try jalur(
      "audit", "--policies", rules.folder.path, "--show-unknown", "-", input: text)
    #expect(result.output.contains("unknown[near-routes]"), "\(result)")
  }

  @Test func secretsThatStrayIntoOtherPropertiesAreNotQuoted() throws {
    let text =
      "/ppp secret\nadd name=a password=hunter2hunter2\n/ip route\nadd distance=hunter2hunter2\n"
    for arguments in [["parse"], ["parse", "--format", "json"], ["audit"]] {
      let result = try runProgram(program, arguments + ["-"], input: text)
      #expect(!result.output.contains("hunter2"), "\(result)")
    }
  }
}
