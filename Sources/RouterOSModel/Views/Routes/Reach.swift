/// How a next hop is reached.
enum Reach {
  /// It is, by way of a connected network or an interface, or by way of other routes.
  case reached(Egress, isRecursive: Bool)
  /// It is not: no route that may resolve it leads there.
  case nothing
  /// It is not: what leads there throws packets away.
  case hole
  /// It is not known.
  case unknown(Cause)

  /// The interface it is reached by; nil when that is not known, or there is none.
  var egress: String? {
    if case .reached(let egress, _) = self { egress.interface } else { nil }
  }
}

/// What packets leave a router by.
struct Egress {
  /// The interface; nil when it is one of several, or not known.
  let interface: String?
  /// Why the interface is not known; nil when it is.
  let doubt: Cause?
  /// Whether a route on the way asks its next hop for a sign of life.
  var isChecked = false

  init(_ interfaces: Set<String>) {
    interface = interfaces.count == 1 ? interfaces.first : nil
    let names = interfaces.sorted().prefix(2).map { "'\($0)'" }.joined(separator: " and ")
    doubt =
      interfaces.count == 1
      ? nil
      : Cause(
        "\(names) have the same network",
        remedy: "give each a network of its own, or write the interface behind % of the gateway")
  }

  init(unknown doubt: Cause) {
    interface = nil
    self.doubt = doubt
  }

  /// What packets leave by when two routes share the load.
  func shared(with other: Egress) -> Egress {
    if let interface, interface == other.interface {
      var both = self
      both.isChecked = isChecked && other.isChecked
      return both
    }
    return Egress(
      unknown: doubt ?? other.doubt
        ?? Cause(
          "routes of the same distance lead to the gateway by different interfaces",
          remedy: "give each a distance of its own"))
  }
}
