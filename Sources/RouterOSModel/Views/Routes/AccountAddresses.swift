/// The addresses that accounts which dial into a router are given, as far as its export tells.
struct AccountAddresses {
  /// The ranges of addresses, sorted, none of which touch.
  private var ranges: [ClosedRange<UInt128>] = []
  /// Whether accounts may be given addresses that the export does not name.
  private var isOpen = false

  init(_ configuration: Configuration) {
    let accounts = configuration.entries("/ppp/secret").filter {
      $0.value("disabled").text != "yes"
    }
    let sources = ["/ip/pool", "/ppp/aaa", "/ppp/profile", "/ppp/secret"] + pppServers.map(\.menu)
    isOpen =
      configuration.incompleteness(of: sources) != nil
      || configuration.entries("/ppp/aaa").contains { $0.value("use-radius").text == "yes" }
    guard !accounts.isEmpty else { return }
    let profiles = NamedEntries(of: "/ppp/profile", in: configuration)
    let pools = NamedEntries(of: "/ip/pool", in: configuration)
    var givers = Set(accounts.map { $0.value("profile").text ?? "default" })
    for (menu, _) in pppServers {
      for server in configuration.entries(menu) {
        givers.insert(server.value("default-profile").text ?? "default-encryption")
      }
    }
    let entries = accounts + givers.sorted().compactMap { profiles[$0] }
    var named: Set<String> = []
    for entry in entries { note(Cell("remote-address", of: entry), &named) }
    isOpen = isOpen || accounts.contains { $0.argument(of: "routes") != nil }
    addPools(named, pools)
    merge()
  }

  /// Why a gateway may be the address of an account; nil when it is none.
  func doubt(of gateway: IPAddress) -> Cause? {
    guard gateway.family == .ip, isOpen || holds(gateway.bits) else { return nil }
    return Cause(
      "gateway \(gateway) may be the address of an account that dials in",
      remedy: "give the account a server binding, and write that as the gateway")
  }

  private func holds(_ bits: UInt128) -> Bool {
    var part = ranges.indices
    while !part.isEmpty {
      let middle = part.lowerBound + part.count / 2
      if ranges[middle].contains(bits) { return true }
      part =
        ranges[middle].upperBound < bits
        ? middle + 1..<part.upperBound : part.lowerBound..<middle
    }
    return false
  }

  private mutating func note(_ given: Cell, _ pools: inout Set<String>) {
    if given.writtenDoubt != nil { isOpen = true }
    guard let text = given.text, !text.isEmpty else { return }
    if let address = IPAddress(text) {
      ranges.append(address.bits...address.bits)
    } else {
      pools.insert(text)
    }
  }

  /// Adds the ranges of pools, and of those that follow when they are used up.
  private mutating func addPools(_ named: Set<String>, _ pools: NamedEntries) {
    var open = named.sorted()
    var seen = named
    while let name = open.popLast() {
      guard let pool = pools[name] else { isOpen = true; continue }
      let cell = Cell("ranges", of: pool)
      if cell.writtenDoubt != nil { isOpen = true }
      for text in cell.texts { add(range: text) }
      if let next = pool.value("next-pool").text, next != "none", seen.insert(next).inserted {
        open.append(next)
      }
    }
  }

  private mutating func add(range text: String) {
    let ends = text.split(separator: "-", maxSplits: 1)
    if ends.count == 2, let first = IPAddress(ends[0]), let last = IPAddress(ends[1]), first <= last
    {
      ranges.append(first.bits...last.bits)
    } else if let prefix = IPPrefix(text), prefix.network.family == .ip {
      ranges.append(prefix.network.bits...prefix.last.bits)
    } else {
      isOpen = true
    }
  }

  private mutating func merge() {
    var merged: [ClosedRange<UInt128>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }
}
