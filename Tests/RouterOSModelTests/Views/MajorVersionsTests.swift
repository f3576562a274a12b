import Foundation
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// The paper's routers say the same in RouterOS 6 and 7, apart from what is listed here.
@Suite struct MajorVersionsTests {
  /// Something that the two spellings of one router do not say alike.
  struct Difference: Hashable, CustomStringConvertible {
    let device: String
    let view: String
    /// The title of the row.
    let row: String
    /// The column; `row` when the row is in one of them only.
    let column: String
    let six: String
    let seven: String

    var description: String { "\(device) \(view) '\(row)' \(column): \(six) | \(seven)" }
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Samples/polsri").standardized

  private static func device(_ folder: String, _ name: String) throws -> Device {
    let path = samples.appending(path: "\(folder)/\(name).rsc")
    let text = try String(contentsOf: path, encoding: .utf8)
    return Device(lower(parse(SourceFile(name: "\(name).rsc", text: text))), path: "\(name).rsc")
  }

  private static func words(_ device: Device, _ view: View) -> [String: [String: String]] {
    let columns = view.columns.map(\.name)
    return Dictionary(
      device.rows(view).map { row in
        (row.title, Dictionary(uniqueKeysWithValues: columns.map { ($0, row.word($0)) }))
      }
    ) { first, _ in first }
  }

  private static func differences() throws -> Set<Difference> {
    var found: Set<Difference> = []
    for name in ["client", "server"] {
      let (old, new) = (try device("published-v6", name), try device("published-v7", name))
      for view in View.allCases where !Self.asWritten.contains(view) {
        let (six, seven) = (words(old, view), words(new, view))
        for row in Set(six.keys).union(seven.keys) {
          func add(_ column: String, _ left: String, _ right: String) {
            if left == right { return }
            found.insert(
              Difference(
                device: name, view: view.rawValue, row: row, column: column, six: left,
                seven: right))
          }
          guard let left = six[row], let right = seven[row] else {
            add("row", six[row] == nil ? "none" : "one", seven[row] == nil ? "none" : "one")
            continue
          }
          for column in view.columns {
            add(column.name, left[column.name] ?? "", right[column.name] ?? "")
          }
        }
      }
    }
    return found
  }

  /// The views of entries and values as they are written, which differ as the two languages do.
  private static let asWritten: Set<View> = [.items, .values]

  @Test func exactlyWhatIsListedDiffers() throws {
    let found = try Self.differences()
    let listed = Set(Self.table.flatMap(\.differences))
    for difference in found.subtracting(listed).map(\.description).sorted() {
      Issue.record("not listed: \(difference)")
    }
    for difference in listed.subtracting(found).map(\.description).sorted() {
      Issue.record("listed in vain: \(difference)")
    }
  }

  /// Differences of one reason.
  private struct Reason {
    let why: String
    let differences: [Difference]
  }

  private static func of(
    _ device: String, _ view: String, _ rows: [String], _ column: String, _ six: String,
    _ seven: String
  ) -> [Difference] {
    rows.map {
      Difference(device: device, view: view, row: $0, column: column, six: six, seven: seven)
    }
  }

  /// A secret that RouterOS 7 leaves out, with what RouterOS 6 tells of it.
  private static func hidden(_ device: String, _ row: String, _ told: [String]) -> [Difference] {
    let columns = ["common", "entropy", "kinds-of-character", "length", "repeats"]
    return zip(columns, told).flatMap { of(device, "secrets", [row], $0, $1, "?") }
      + of(device, "secrets", [row], "reused-by", "-", "?")
      + of(device, "secrets", [row], "visible", "yes", "no")
  }

  private static let peers = ["Peer link FO", "Peer link LTE"]

  private static let anyRole = "ebgp,ebgp-customer,ebgp-peer,ebgp-provider,ebgp-rs,ebgp-rs-client"

  private static let table =
    ["client", "server"].flatMap { device in
      [
        Reason(
          why: "RouterOS 7 knows the roles of RFC 9234 and asks for one, RouterOS 6 has none",
          differences: of(device, "bgp-sessions", peers, "role", "-", "ebgp")
            + of(device, "bgp-sessions", peers, "role-answers", "-", anyRole)),
        Reason(
          why: "RouterOS 6 speaks BFD with all, RouterOS 7 with none that no line allows",
          differences: of(device, "bgp-sessions", peers, "bfd-allowed", "yes", "no")),
        Reason(
          why: "RouterOS 7 has a template and a table of that name without a line",
          differences: of(
            device, "names", ["/routing/bgp/template default", "/routing/table main"], "row",
            "none",
            "one")),
        Reason(
          why:
            "RouterOS 7 answers on more, finds neighbours elsewhere, and may share files by itself",
          differences: of(device, "services", ["nat-pmp"], "row", "none", "one")
            + of(
              device, "services", ["neighbor-discovery"], "interfaces", "!dynamic", "static")
            + of(device, "services", ["smb"], "enabled", "no", "?")),
        Reason(
          why: "the export of RouterOS 6 shows secrets, so that one it lacks is none",
          differences: of(device, "bgp-sessions", peers, "tcp-md5-key", "-", "?")),
      ]
    } + [
      Reason(
        why: "the export of RouterOS 7 leaves secrets out",
        differences: of("client", "tunnels", ["client l2tp-out1"], "password", "test1", "?")
          + of("client", "tunnels", ["client l2tp-out1"], "ipsec-secret", "-", "?")
          + of("client", "wifi", ["wlan1"], "passphrase", "routerclient", "?")
          + of("server", "tunnels", ["server test1"], "password", "test1", "?")
          + of("server", "tunnels", ["server test1"], "ipsec-secret", "-", "?")
          + hidden("server", "/ppp/secret test1 password", ["yes", "3", "2", "5", "name"])
          + hidden(
            "client", "/interface/l2tp-client l2tp-out1 password", ["yes", "3", "2", "5", "user"])
          + hidden(
            "client", "/interface/wireless/security-profiles profile1 wpa2-pre-shared-key",
            ["no", "3", "1", "12", "ssid"])
          + of(
            "client", "secrets",
            ["/interface/wireless/security-profiles profile1 wpa-pre-shared-key"], "row", "one",
            "none"))
    ]
}
