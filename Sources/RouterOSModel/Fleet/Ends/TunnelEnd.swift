import SourceText

/// A tunnel of a router, as far as the other end must know it.
struct TunnelEnd: Sendable {
  /// Who dials.
  enum Side: String {
    case client
    case peer
    case server
  }

  /// Its place among the rows of the view.
  let index: Int
  let title: String
  let place: Span
  let isOn: Bool
  let side: Side
  let kind: String
  /// What tells several tunnels of a kind apart that have the same ends, as that of EoIP.
  let number: String
  /// The outer address of the far end; nil when that is a name, or nothing.
  let endpoint: IPAddress?
  /// The outer address of this end that is written; nil when none is.
  let source: IPAddress?
  /// The outer address of the far end as it may be shown.
  let endpointText: String
  let user: String
  /// The secret it is dialled with, if the export shows it; never shown.
  let password: String?
  /// The subnets of the addresses inside.
  let subnets: [String]
  /// The addresses inside.
  let hosts: [IPAddress]
  /// What WireGuard knows of itself and of the peer; nil for other kinds.
  let keys: WireGuardKeys?

  init(_ row: Row, _ index: Int, _ keys: OwnKeys, _ shown: (String) -> String) {
    self.index = index
    title = shown(row.title)
    place = row.place
    isOn = row.text("disabled") != "yes"
    let side = row.text("side").flatMap(Side.init) ?? .peer
    self.side = side
    kind = row.text("kind") ?? "any"
    number = row.text("tunnel-id") ?? ""
    endpoint = row.text("remote-endpoint").flatMap { IPAddress($0) }
    endpointText = shown(endpoint?.description ?? "")
    let local = row.text("local-address").flatMap { IPAddress($0) }
    source = local.flatMap { $0.bits == 0 || side == .server ? nil : $0 }
    user = row.text("user") ?? ""
    password = row.text("password")
    subnets = row.cell("inner-prefix")?.texts ?? []
    hosts = (row.cell("inner-address")?.texts ?? []).compactMap { IPAddress($0) }
    self.keys = kind == "wireguard" ? WireGuardKeys(row, keys) : nil
  }
}

/// What a peer of WireGuard is known by.
struct WireGuardKeys: Sendable {
  /// The interface of this end.
  let interface: String
  /// The public key of that interface, which exports hardly ever have.
  let own: String?
  /// The port that the interface listens on.
  let port: String?
  /// The public key of the far end.
  let far: String?
  /// The port that the far end is dialled on.
  let farPort: String?
  /// The networks that lie behind the far end.
  let allowed: [IPPrefix]

  fileprivate init(_ row: Row, _ keys: OwnKeys) {
    interface = row.text("interface") ?? ""
    own = keys.own[interface]
    port = keys.ports[interface]
    far = row.text("public-key")
    farPort = row.text("endpoint-port").flatMap { $0 == "0" ? nil : $0 }
    allowed = (row.cell("allowed-address")?.texts ?? []).compactMap { IPPrefix($0) }
  }
}

/// What the WireGuard interfaces of a router say of themselves.
struct OwnKeys {
  fileprivate var own: [String: String] = [:]
  fileprivate var ports: [String: String] = [:]

  init(_ configuration: Configuration) {
    for interface in configuration.entries("/interface/wireguard") {
      guard let name = interface.value("name").text else { continue }
      own[name] = interface.value("public-key").text
      ports[name] = interface.value("listen-port").text
    }
  }
}
