import SourceText

/// A policy of IPsec that is in force: what it takes, and whether it encrypts that.
struct IPsecPolicy {
  let place: Span
  /// Whether it encrypts what it takes, or lets it pass as it is.
  let encrypts: Bool
  /// Whether its peer is met on the way to other networks, and certainly not inside a tunnel of the router.
  let isMetOutside: Bool
  private let destination: IPPrefix?
  private let source: IPPrefix?
  private let transport: String
  private let ports: [String]
  /// Why it may take or do something else than it says; nil when it is as it says.
  private let doubt: Cause?

  /// Nil when it is not in force.
  init?(_ entry: Entry, _ peers: NamedEntries) {
    let peer = entry.value("peer").text.flatMap { peers[$0] }
    guard entry.builtIn == nil, entry.value("disabled").text != "yes",
      entry.value("template").text != "yes", peer?.value("disabled").text != "yes"
    else { return nil }
    place = entry.place
    let protocols = Cell("ipsec-protocols", of: entry).texts
    encrypts =
      !["discard", "none"].contains(entry.value("action").text)
      && (protocols.isEmpty || protocols.contains("esp"))
    destination = entry.value("dst-address").text.flatMap { IPPrefix($0) }
    source = entry.value("src-address").text.flatMap { IPPrefix($0) }
    transport = entry.value("protocol").text ?? "all"
    ports = ["src-port", "dst-port"].map { entry.value($0).text ?? "any" }
    isMetOutside = Self.isMetOutside(entry, peer, destination)
    let cells = Self.telling.map { Cell($0, of: entry) }
    let isLoose = entry.value("level").text == "use"
    let isPeerless = entry.value("peer").text != nil && peer == nil
    doubt =
      cells.lazy.compactMap(\.writtenDoubt).first ?? (isLoose || isPeerless ? .policies : nil)
  }

  /// Whether it takes packets; nil when that cannot be told. `senders` are the addresses one of which the
  /// router sends from by itself; empty when it may choose among several ways.
  func takes(_ packets: OuterPackets, sentFrom senders: Set<IPAddress>) -> Bool? {
    guard packets.areSent(by: transport, from: ports) else { return false }
    let ends = [isTo(packets), isFrom(packets, senders)]
    if ends.contains(false), doubt == nil { return false }
    return ends.contains(nil) || doubt != nil ? nil : true
  }

  /// Why it may take packets of which it cannot be told.
  var cause: Cause { doubt ?? .policies }

  private func isTo(_ packets: OuterPackets) -> Bool? {
    guard let destination, let address = packets.destination else { return nil }
    return destination.contains(address)
  }

  private func isFrom(_ packets: OuterPackets, _ senders: Set<IPAddress>) -> Bool? {
    guard let source, packets.source.doubt == nil else { return nil }
    if source.length == 0 { return true }
    if let address = packets.source.text.flatMap({ IPAddress($0) }) {
      return source.contains(address)
    }
    // A policy from one address to another is for the packets between these two routers.
    let isBetweenTwo = source.isHost && destination?.isHost == true
    return isBetweenTwo && senders.contains(source.network) ? true : nil
  }

  private static let telling = [
    "action", "disabled", "dst-address", "dst-port", "ipsec-protocols", "level", "peer", "protocol",
    "src-address", "src-port", "template",
  ]

  private static func isMetOutside(_ entry: Entry, _ peer: Entry?, _ destination: IPPrefix?) -> Bool
  {
    var address = entry.value("sa-dst-address").text ?? peer?.value("address").text
    if entry.value("peer").text == nil, entry.value("tunnel").text != "yes" {
      // Without a tunnel of its own, IPsec is spoken with whom the packets are for.
      address = address ?? destination?.description
    }
    guard let range = address.flatMap(IPAddress.range), range.lowerBound == range.upperBound else {
      return false
    }
    return !inner.contains(range.lowerBound)
  }

  /// The addresses that networks have behind a tunnel.
  private static let inner = AddressRanges(
    [
      "0.0.0.0", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
      "::", "fc00::/7", "fe80::/10",
    ].compactMap(IPAddress.range))
}

extension Cause {
  static let policies = Cause(
    "a policy of /ip ipsec may encrypt the tunnel",
    remedy: "compare the policies with the endpoints of the tunnel by hand")
}
