/// Which routes a rule of a routing filter concerns, as far as their destinations tell.
enum FilterCondition: Equatable {
  case always
  /// Routes to networks within this one, of these lengths; or to all others.
  case within(IPPrefix, lengths: ClosedRange<Int>, isInverted: Bool)
  /// Routes to the networks of an address list.
  case list(String)
  /// Anything else.
  case other

  /// Whether it holds for a network; nil when that cannot be told. `lists` are the networks of address lists.
  func holds(for network: IPPrefix, _ lists: (String) -> [IPPrefix]?) -> Bool? {
    switch self {
    case .always: return true
    case .other: return nil
    case .within(let outer, let lengths, let isInverted):
      let isWithin =
        outer.holds(network) && lengths.contains(network.length)
      return isWithin != isInverted
    case .list(let name):
      guard let members = lists(name) else { return nil }
      if members.contains(network) { return true }
      let touches = members.contains { member in
        member.contains(network.network) || network.contains(member.network)
      }
      return touches ? nil : false
    }
  }

  /// The written conditions of a rule of RouterOS 6: a network without a length is that network alone.
  init(ofRouterOS6 rule: Entry, _ properties: Set<String>) {
    if properties.isEmpty
      || properties == ["invert-match"] && rule.value("invert-match").text == "no"
    {
      self = .always
      return
    }
    let known: Set<String> = ["invert-match", "prefix", "prefix-length"]
    guard properties.isSubset(of: known),
      let prefix = rule.value("prefix").text.flatMap({ IPPrefix($0) })
    else {
      self = .other
      return
    }
    let written = rule.value("prefix-length").text ?? ""
    guard let lengths = written.isEmpty ? prefix.length...prefix.length : Self.lengths(written)
    else {
      self = .other
      return
    }
    self = .within(prefix, lengths: lengths, isInverted: rule.value("invert-match").text == "yes")
  }

  /// The words in the brackets of a rule of RouterOS 7: `dst in 10.0.0.0/8 && dst-len in 8-24`, `dst == 10.0.0.0/24`.
  init(ofRouterOS7 words: [String]) {
    let parts = words.split(separator: "&&").map(Array.init)
    guard let first = parts.first, parts.count <= 2, first.count == 3, first[0] == "dst" else {
      self = .other
      return
    }
    let target = first[2].filter { $0 != "\"" }
    guard let prefix = IPPrefix(target) else {
      self = first[1] == "in" && parts.count == 1 ? .list(target) : .other
      return
    }
    var lengths: ClosedRange<Int>? = prefix.length...128
    if first[1] == "==" {
      lengths = prefix.length...prefix.length
    } else if first[1] != "in" {
      lengths = nil
    }
    if parts.count == 2, lengths != nil {
      let isLength =
        parts[1].count == 3 && parts[1][0] == "dst-len" && ["in", "=="].contains(parts[1][1])
      lengths = isLength ? Self.lengths(parts[1][2]) : nil
    }
    self = lengths.map { .within(prefix, lengths: $0, isInverted: false) } ?? .other
  }

  private static func lengths(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-").map { Int($0) }
    guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
      low <= high
    else { return nil }
    return low...high
  }
}
