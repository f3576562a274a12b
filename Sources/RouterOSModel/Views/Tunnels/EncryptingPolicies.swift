/// The policies of IPsec that lines write: they encrypt what a tunnel sends without a word in its own line.
struct EncryptingPolicies {
  /// Why any tunnel may be encrypted; nil when that hangs on where it leads.
  private var everywhere: Cause?
  private let networks: AddressRanges
  private let areAny: Bool
  /// Why there may be more than are seen; nil when all are.
  let gap: Cause?

  init(_ configuration: Configuration) {
    let policies = configuration.entries("/ip/ipsec/policy").filter(Self.encrypts)
    let networks = policies.map { $0.value("dst-address").text.flatMap(IPAddress.range) }
    self.networks = AddressRanges(networks.compactMap { $0 })
    areAny = !policies.isEmpty
    gap = configuration.incompleteness(of: ["/ip/ipsec/identity", "/ip/ipsec/policy"])
    // Without a network a policy is for whatever its peer is for.
    if networks.contains(where: { $0 == nil || $0?.isEverything == true }) {
      everywhere = .policies
    }
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

  private static func encrypts(_ policy: Entry) -> Bool {
    policy.builtIn == nil && policy.value("disabled").text != "yes"
      && policy.value("template").text != "yes"
      && !["discard", "none"].contains(policy.value("action").text)
  }

  private static func makesPolicies(_ identity: Entry) -> Bool {
    identity.value("disabled").text != "yes"
      && ["port-override", "port-strict"].contains(identity.value("generate-policy").text)
  }
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
