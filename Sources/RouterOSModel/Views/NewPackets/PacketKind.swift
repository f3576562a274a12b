import SourceText

/// Packets that begin a connection, or answer one that the router began, all of which the firewall of a router treats in one way.
struct PacketKind {
  /// How many of them each matcher of an interface takes that they come in by, by its place.
  var incoming: [PacketExtent]
  /// The same for the interface they leave by; empty for those to the router itself.
  var outgoing: [PacketExtent]
  /// `tcp` or `udp`.
  let transport: String
  /// Where they go.
  let port: UInt16
  let destinations: PacketDestinations
  /// Whether they go through the router, not to it.
  var isForwarded = false
  /// Where they come from; nil when anybody may send them.
  var senders: PacketDestinations?
  /// Whether they belong to a connection that is known.
  var isAnswer = false
  /// Why the router may not know that they are new; nil when it does.
  var untracked: Cause?
}

/// What becomes of such packets.
enum PacketVerdict: Sendable {
  /// Some of them pass whoever sends them; the rule that lets them pass, nil for the end of the chain.
  case accept(Span?)
  /// At most those pass whom a line names, by their addresses or by the ports they send from.
  case limited
  case drop
  case unknown(Cause)

  /// The worse of two: what is certainly open, then what may be.
  func worse(_ other: PacketVerdict) -> PacketVerdict { rank >= other.rank ? self : other }

  /// What it is where only some whom a line names are answered.
  var withNamedSources: PacketVerdict {
    switch self {
    case .accept, .unknown: .limited
    case .drop, .limited: self
    }
  }

  /// The cell that says so.
  var cell: Cell {
    switch self {
    case .accept(let place): Cell("accept", .choice, at: place)
    case .limited: Cell("limited", .choice)
    case .drop: Cell("drop", .choice)
    case .unknown(let cause): Cell(.unknown(cause), .choice)
    }
  }

  private var rank: Int {
    switch self {
    case .drop: 0
    case .limited: 1
    case .unknown: 2
    case .accept: 3
    }
  }
}
