/// The policies of IPsec that a router has of its own, and which tunnels they encrypt.
///
/// The first policy that takes a packet decides. A policy is for the networks it names; but its peer may be
/// met inside a tunnel as well, and then it encrypts what the tunnel carries.
struct IPsecPolicies {
  private let policies: [IPsecPolicy]
  /// The addresses one of which the router sends from by itself.
  private let senders: Set<IPAddress>
  /// Why any tunnel may be encrypted that no policy takes; nil when none is.
  private let everywhere: Cause?
  /// Why there may be policies that are not seen; nil when all are.
  private let gap: Cause?

  /// `hosts` are the addresses of the router, if it has a single way out, and does not choose among them.
  init(_ configuration: Configuration, sendingFrom hosts: [String]) {
    let peers = NamedEntries(of: "/ip/ipsec/peer", in: configuration)
    policies = configuration.entries("/ip/ipsec/policy").compactMap { IPsecPolicy($0, peers) }
    senders = Set(hosts.compactMap { IPAddress($0) })
    let generated = configuration.entries("/ip/ipsec/identity")
      .contains { Self.makesPolicies($0, peers) }
    let isCarried = policies.contains { $0.encrypts && !$0.isMetOutside }
    everywhere = generated ? .generated : isCarried ? .policies : nil
    gap = configuration.incompleteness(of: ["/ip/ipsec/identity", "/ip/ipsec/policy"])
  }

  /// What encrypts a tunnel that would be protected by `own`: a policy, or what it has of itself.
  func encryption(_ own: Cell, of packets: OuterPackets) -> Cell {
    let isNeedless = own.text.map { !Self.weaker.contains($0) } ?? (own.doubt == nil)
    if isNeedless || packets.areFrames { return own }
    var doubt: Cause?
    var isExempt = false
    for policy in policies {
      guard let takes = policy.takes(packets, sentFrom: senders) else {
        if policy.encrypts { doubt = doubt ?? policy.cause } else { isExempt = true }
        continue
      }
      guard takes else { continue }
      guard policy.encrypts else { break }
      let found = Cell("ipsec", .choice, at: policy.place)
      return isExempt ? Cell(.unknown(.policies), .choice) : found
    }
    // What is said to have MPPE is not taken back for what an export may leave out.
    let unseen = own.text == "none" ? gap : nil
    guard own.doubt == nil, let cause = doubt ?? everywhere ?? unseen else { return own }
    return Cell(.unknown(cause), .choice)
  }

  /// The words of what is not as strong as IPsec.
  private static let weaker = ["ipsec-optional", "mppe", "mppe-required", "none"]

  private static func makesPolicies(_ identity: Entry, _ peers: NamedEntries) -> Bool {
    let peer = identity.value("peer").text.flatMap { peers[$0] }
    return identity.value("disabled").text != "yes" && peer?.value("disabled").text != "yes"
      && ["port-override", "port-strict"].contains(identity.value("generate-policy").text)
  }
}

extension Cause {
  fileprivate static let generated = Cause(
    "an identity of /ip ipsec makes policies by itself, and they may encrypt the tunnel",
    remedy: "compare its callers with those of the tunnel by hand")
}
