/// The policies of IPsec that lines write: they encrypt what a tunnel sends without a word in its own line.
///
/// A policy is for the networks it names. Its peer may be met inside a tunnel as well, and then the policy
/// encrypts what the tunnel carries; only of a public address that is certain not to be so.
struct EncryptingPolicies {
  /// Why there may be more than are seen; nil when all are.
  let gap: Cause?
  /// Why any tunnel may be encrypted; nil when that hangs on where it leads.
  private var everywhere: Cause?
  private let networks: AddressRanges
  private let areAny: Bool

  init(_ configuration: Configuration) {
    let peers = NamedEntries(of: "/ip/ipsec/peer", in: configuration)
    let policies = configuration.entries("/ip/ipsec/policy")
      .filter { Self.encrypts($0, peers) }
    let networks = policies.map { $0.value("dst-address").text.flatMap(IPAddress.range) }
    self.networks = AddressRanges(networks.compactMap { $0 })
    areAny = !policies.isEmpty
    gap = configuration.incompleteness(of: ["/ip/ipsec/identity", "/ip/ipsec/policy"])
    // Without a network a policy is for whatever its peer is for.
    let mayBeForAny =
      networks.contains { $0?.isEverything ?? true }
      || policies.contains { !Self.isMetOutside($0, peers) }
    if mayBeForAny { everywhere = .policies }
    if configuration.entries("/ip/ipsec/identity").contains(where: Self.makesPolicies) {
      everywhere = .generated
    }
  }

  /// Why a tunnel to `endpoint` may be encrypted by a policy; nil when none concerns it.
  func cause(for endpoint: Cell) -> Cause? {
    if let everywhere { return everywhere }
    guard areAny else { return nil }
    let host = endpoint.text.flatMap { IPAddress(withoutPort(String($0.prefix { $0 != "@" }))) }
    guard let host else { return .policies }
    return networks.contains(host) ? .policies : nil
  }

  private static func encrypts(_ policy: Entry, _ peers: NamedEntries) -> Bool {
    policy.builtIn == nil && policy.value("disabled").text != "yes"
      && policy.value("template").text != "yes"
      && !["discard", "none"].contains(policy.value("action").text)
      && peer(of: policy, peers)?.value("disabled").text != "yes"
  }

  private static func peer(of policy: Entry, _ peers: NamedEntries) -> Entry? {
    policy.value("peer").text.flatMap { peers[$0] }
  }

  private static func isMetOutside(_ policy: Entry, _ peers: NamedEntries) -> Bool {
    let address =
      policy.value("sa-dst-address").text ?? peer(of: policy, peers)?.value("address").text
    guard let address, let range = IPAddress.range(address), range.lowerBound == range.upperBound
    else { return false }
    return !inner.contains(range.lowerBound)
  }

  private static func makesPolicies(_ identity: Entry) -> Bool {
    identity.value("disabled").text != "yes"
      && ["port-override", "port-strict"].contains(identity.value("generate-policy").text)
  }

  /// The addresses that networks have behind a tunnel.
  private static let inner = AddressRanges(
    [
      "0.0.0.0", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
      "::", "fc00::/7", "fe80::/10",
    ].compactMap(IPAddress.range))
}

extension ClosedRange<IPAddress> {
  /// Whether it holds all addresses of a family.
  fileprivate var isEverything: Bool {
    let all = IPPrefix(lowerBound, length: 0)
    return self == all.network...all.last
  }
}

extension Cause {
  fileprivate static let policies = Cause(
    "a policy of /ip ipsec may encrypt the tunnel",
    remedy: "compare the policies with the endpoints of the tunnel by hand")

  fileprivate static let generated = Cause(
    "an identity of /ip ipsec makes policies by itself, and they may encrypt the tunnel",
    remedy: "compare its callers with those of the tunnel by hand")
}
