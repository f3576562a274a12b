public import SourceText

/// What the other routers of a fleet must know of one router: its addresses, sessions and tunnels.
///
/// It is small and holds no export, so that fleets of any size can be looked at together.
public struct RouterEnds: Sendable {
  /// The name of the router.
  public let name: String
  /// The path that identifies its file wherever the project lies.
  public let path: String
  /// The places of everything that may be spoken of; each is worth a line.
  public var places: [Span] {
    addresses.map(\.place) + sessions.map(\.place) + tunnels.map(\.place)
      + virtualRouters.map(\.place) + routerIDs.map(\.place)
  }

  var addresses: [AddressEnd] = []
  var sessions: [SessionEnd] = []
  var tunnels: [TunnelEnd] = []
  var virtualRouters: [VirtualRouterEnd] = []
  var routerIDs: [RouterIDEnd] = []
  /// Why sessions may be missing; nil when none is.
  let doubtOfSessions: Cause?

  /// The kinds of PPP servers that are switched on, of a router that lets in nobody but the accounts of its
  /// export; empty for others.
  private let kindsOfOwnAccounts: Set<String>

  /// The folder of the file: routers in one folder belong together before others do.
  var folder: Substring { path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex) }

  /// The ends of one router. `conceals` when they are shown as they are: then nothing in them that
  /// people may see repeats a secret.
  public init(_ device: Device, conceals: Bool) {
    let configuration = device.configuration
    let shown: (String) -> String = { conceals ? configuration.concealment.text($0) : $0 }
    name = shown(device.name)
    path = device.path
    doubtOfSessions = configuration.incompleteness(of: .bgpSessions).map { $0.shown(shown) }
    let virtual = configuration.entries("/interface/vrrp")
    let names = Set(virtual.compactMap { $0.value("name").text })
    addresses = device.rows(.addresses).enumerated().compactMap { place, row in
      AddressEnd(row, place, isVirtual: row.text("interface").map(names.contains) ?? false, shown)
    }
    sessions = device.rows(.bgpSessions).enumerated().map { SessionEnd($1, $0, shown) }
    let keys = OwnKeys(configuration)
    tunnels = device.rows(.tunnels).enumerated().map { TunnelEnd($1, $0, keys, shown) }
    virtualRouters = virtual.compactMap { VirtualRouterEnd($0, shown) }
    routerIDs = RouterIDEnd.all(of: device, shown)
    kindsOfOwnAccounts =
      configuration.accountsAreWhole ? Set(PPPServers(configuration).kindsInUse) : []
  }

  /// Whether the router certainly has no account for a client of a kind, when none of its export fits.
  func refuses(_ kind: String) -> Bool { kindsOfOwnAccounts.contains(kind) }
}

extension Configuration {
  /// Whether nobody can dial in but by an account that the export shows, and all of these are known.
  fileprivate var accountsAreWhole: Bool {
    let menus = ["/ppp/aaa", "/ppp/secret"] + pppServers.map(\.menu)
    guard incompleteness(of: menus) == nil, !menus.contains(where: mayBeAltered) else {
      return false
    }
    let asksOthers = entries("/ppp/aaa").contains { $0.value("use-radius").text != "no" }
    return !asksOthers
      && entries("/ppp/secret").allSatisfy { account in
        ["disabled", "name", "service"].allSatisfy {
          Cell($0, of: account).writtenDoubt == nil
        }
      }
  }
}

extension Cause {
  /// The same cause in words that may be shown.
  func shown(_ shown: (String) -> String) -> Cause {
    Cause(shown(reason), remedy: shown(remedy))
  }
}
