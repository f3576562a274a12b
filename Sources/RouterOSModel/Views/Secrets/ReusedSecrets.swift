/// For each secret of several routers, who else has it and is somebody else: titles, at most three, as
/// `shown` makes them for each router.
///
/// Secrets of one owner are one: the two ends of a link, twin fields of one line, a network that several
/// access points offer. Between routers only what people log in with is compared, since what the ends of a
/// link know must be the same there. Linear in the number of secrets.
func reusedSecrets(
  _ secrets: [[FoundSecret]], _ networks: [NamesOfNetworks], _ shown: [(String) -> String]
) -> [[[String]]] {
  var groups: [[UInt8]: [Sharer]] = [:]
  for (device, found) in secrets.enumerated() {
    for (index, secret) in found.enumerated() {
      guard secret.holder == .property, let value = secret.value, secret.kind.isComparable else {
        continue
      }
      groups[value, default: []].append(
        Sharer(secret, device: device, index, networks[device].of(secret), shown[device]))
    }
  }
  var reuse = secrets.map { $0.map { _ in [String]() } }
  for sharers in groups.values where sharers.count > 1 {
    let different = representatives(of: sharers)
    for sharer in sharers {
      reuse[sharer.device][sharer.index] = Array(
        different.filter { !$0.isOne(with: sharer) }.map(\.title).prefix(3))
    }
  }
  return reuse
}

/// A secret beside others of the same value.
private struct Sharer {
  let device: Int
  let index: Int
  let title: String
  private let owner: String
  private let kind: KindOfSecret
  private let statement: UInt32
  private let networks: Set<String>

  init(
    _ secret: FoundSecret, device: Int, _ index: Int, _ networks: Set<String>,
    _ shown: (String) -> String
  ) {
    let menu = "/" + secret.place.menu.dropFirst().split(separator: "/").joined(separator: " ")
    title = shown("\(menu) \(secret.place.item)")
    self.device = device
    self.index = index
    owner = secret.owner
    kind = secret.kind
    statement = secret.place.statement
    self.networks = networks
  }

  /// Whether both may well be the same secret on purpose.
  func isOne(with other: Sharer) -> Bool {
    if device == other.device, statement == other.statement || owner == other.owner { return true }
    if device != other.device, !(kind.isOfPeople && other.kind.isOfPeople) { return true }
    if kind != .passphrase || other.kind != .passphrase { return owner == other.owner }
    return networks.isEmpty || other.networks.isEmpty
      || networks.contains { name in other.networks.contains { mayBeOneNetwork(name, $0) } }
  }
}

/// The first few sharers that differ from each other, so that a long group costs no more than a short one.
private func representatives(of sharers: [Sharer]) -> [Sharer] {
  var different: [Sharer] = []
  for sharer in sharers where different.count < 5 {
    if !different.contains(where: { $0.isOne(with: sharer) }) { different.append(sharer) }
  }
  return different
}

extension KindOfSecret {
  /// Whether equal ones tell anything: short ones and those of machines do not.
  fileprivate var isComparable: Bool { self != .pin && self != .token }

  /// Whether people log in with it.
  fileprivate var isOfPeople: Bool { self == .password || self == .passphrase }
}

/// The same for the routers of a fleet, whose names are told with the titles.
func reusedSecrets(of devices: [Device]) -> [[[String]]] {
  reusedSecrets(
    devices.map(\.views.foundSecrets), devices.map { NamesOfNetworks($0.views) },
    devices.map { device in
      { device.configuration.concealment.text("\($0) of \(device.name)") }
    })
}
