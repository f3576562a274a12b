/// The policies of IPsec that a router has of its own, and which tunnels they encrypt.
struct IPsecPolicies {
  fileprivate struct Policy {
    let destination: IPPrefix?
    let source: IPPrefix?
    let transport: String
    let ports: [String]
    /// Why it may be another than it says; nil when it is as it says.
    let doubt: Cause?
  }

  private var policies: [Policy] = []
  private let gap: Cause?
  /// Why callers may bring policies of their own; nil when they do not.
  private let generated: Cause?

  init(_ configuration: Configuration) {
    gap = configuration.incompleteness(of: ["/ip/ipsec/policy"])
    let identities = configuration.entries("/ip/ipsec/identity")
      .filter { $0.value("disabled").text != "yes" }
    let generates = identities.contains { ($0.value("generate-policy").text ?? "no") != "no" }
    generated = generates ? .generated : nil
    for entry in configuration.entries("/ip/ipsec/policy")
    where entry.builtIn == nil && entry.value("disabled").text != "yes"
      && entry.value("template").text != "yes"
      && ["encrypt", nil].contains(entry.value("action").text)
    {
      let names = ["action", "disabled", "dst-address", "protocol", "src-address", "template"]
      let cells = names.map { Cell($0, of: entry) }
      policies.append(
        Policy(
          destination: entry.value("dst-address").text.flatMap { IPPrefix($0) },
          source: entry.value("src-address").text.flatMap { IPPrefix($0) },
          transport: entry.value("protocol").text ?? "all",
          ports: ["src-port", "dst-port"].map { entry.value($0).text ?? "any" },
          doubt: cells.lazy.compactMap(\.writtenDoubt).first))
    }
  }

  /// What encrypts a tunnel that would be protected by `own`: a policy, or what it has of itself.
  func encryption(_ own: Cell, of kind: String, to endpoint: Cell) -> Cell {
    let isStronger = own.text.map { $0 != "none" && !$0.hasPrefix("mppe") } ?? (own.doubt == nil)
    if isStronger { return own }
    var doubt = gap
    for policy in policies {
      switch holds(policy, kind, endpoint) {
      case true?: return Cell("ipsec", .choice)
      case false?: continue
      case nil: doubt = doubt ?? policy.doubt ?? .policies
      }
    }
    // What has MPPE has at least that.
    return own.text == "none" ? doubt.map { Cell(.unknown($0), .choice) } ?? own : own
  }

  /// The same of accounts, which anybody may dial into from anywhere.
  func encryption(_ own: Cell, ofCallers kind: String) -> Cell {
    guard own.text == "none" else { return own }
    if let generated { return Cell(.unknown(generated), .choice) }
    let may = policies.contains { $0.fits(kind) }
    return may ? Cell(.unknown(.policies), .choice) : gap.map { Cell(.unknown($0), .choice) } ?? own
  }

  /// Whether a policy takes the outer packets to an endpoint; nil when that cannot be told.
  private func holds(_ policy: Policy, _ kind: String, _ endpoint: Cell) -> Bool? {
    if policy.doubt != nil { return nil }
    guard policy.fits(kind) else { return false }
    guard let destination = policy.destination else { return nil }
    if endpoint.doubt == nil, endpoint.text == nil { return nil }
    guard let address = endpoint.text.flatMap({ IPAddress($0.prefix { $0 != "@" }) }) else {
      return nil
    }
    guard destination.contains(address) else { return false }
    // Which address the router sends from is only known of a policy for all, or for one.
    let isOfAll = policy.source.map { $0.length == 0 || $0.isHost } ?? false
    return isOfAll ? true : nil
  }
}

extension IPsecPolicies.Policy {
  /// Whether outer packets of a kind of tunnel are among those it takes, as far as protocol and ports go.
  fileprivate func fits(_ kind: String) -> Bool {
    if transport == "all" || transport == "255" { return true }
    switch kind {
    case "l2tp":
      return ["17", "udp"].contains(transport) && ports.allSatisfy { ["1701", "any"].contains($0) }
    case "pptp": return ["47", "gre", "6", "tcp"].contains(transport)
    case "eoip", "eoipv6", "gre", "gre6": return ["47", "gre"].contains(transport)
    case "ipip": return ["4", "ipencap", "ipip"].contains(transport)
    case "ipipv6": return ["41", "ipv6", "ipv6-encap"].contains(transport)
    case _: return true
    }
  }
}

extension Cause {
  fileprivate static let policies = Cause(
    "a policy of /ip ipsec may encrypt the tunnel",
    remedy: "compare the policies with the endpoints of the tunnel by hand")

  fileprivate static let generated = Cause(
    "callers who come by /ip ipsec bring policies of their own, which may encrypt the tunnel",
    remedy: "require IPsec where the tunnel is set up, as with use-ipsec=required")
}
