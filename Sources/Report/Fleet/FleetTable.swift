/// A table of what several routers together tell.
public enum FleetTable: String, CaseIterable, Sendable {
  /// What must be there once, and is there twice.
  case duplicates
  /// What stands at the other end of each session and tunnel.
  case farEnds = "far-ends"
  /// The sessions and tunnels of which both ends are known.
  case links
  /// The routers that share a subnet, or a virtual router.
  case neighbours

  /// What it shows, in a few words.
  public var meaning: String {
    switch self {
    case .duplicates: "of several routers: addresses and router ids that are there twice"
    case .farEnds: "of several routers: the other end of each session and tunnel, or why not"
    case .links: "of several routers: sessions and tunnels with both their ends"
    case .neighbours: "of several routers: who shares a subnet, or a virtual router of VRRP"
    }
  }

  /// Its columns with what they say.
  var columns: [(name: String, meaning: String)] {
    switch self {
    case .duplicates:
      [
        ("kind", "address or router-id"), ("name", "what is there twice"),
        ("device", "the router, by its file where several have its name"),
        ("owner", "the interface, or the protocol"), ("line", "the line that says so"),
      ]
    case .farEnds:
      [
        ("device", "the router, by its file where several have its name"),
        ("view", "the view of the row"), ("row", "the session or tunnel"),
        (
          "far",
          "the router at the other end, unanswered when that has no such end, outside when jalur.yaml says "
            + "that it is not ours, or ?"
        ),
        ("far-row", "the session or tunnel there"), ("by", "what the two were paired by"),
        ("line", "the line that says so"),
      ]
    case .links:
      [
        ("kind", "bgp, or the kind of tunnel"), ("device", "the router at one end"),
        ("row", "the session or tunnel there"), ("far", "the router at the other end"),
        ("far-row", "the session or tunnel there"), ("by", "what the two were paired by"),
      ]
    case .neighbours:
      [
        ("kind", "subnet or vrrp"), ("name", "the subnet, and the virtual router"),
        ("device", "the router, by its file where several have its name"),
        ("owner", "its interface"), ("value", "its address, or priority"),
        ("line", "the line that says so"),
      ]
    }
  }
}

/// The columns of a table of several routers, one a line, with what they say.
public func renderColumns(of table: FleetTable) -> String { list(table.columns) }
