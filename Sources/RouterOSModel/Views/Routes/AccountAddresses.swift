/// The addresses that accounts which dial into a router are given, as far as its export tells.
struct AccountAddresses {
  private var ranges: [ClosedRange<IPAddress>] = []
  /// The same addresses, for looking up.
  private var addresses = AddressRanges([])
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
    addresses = AddressRanges(ranges)
  }

  /// Why a gateway may be the address of an account; nil when it is none.
  func doubt(of gateway: IPAddress) -> Cause? {
    guard gateway.family == .ip, isOpen || addresses.contains(gateway) else { return nil }
    return Cause(
      "gateway \(gateway) may be the address of an account that dials in",
      remedy: "give the account a server binding, and write that as the gateway")
  }

  private mutating func note(_ given: Cell, _ pools: inout Set<String>) {
    if given.writtenDoubt != nil { isOpen = true }
    guard let text = given.text, !text.isEmpty else { return }
    if let address = IPAddress(text) {
      ranges.append(address...address)
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
    guard let range = IPAddress.range(text), range.lowerBound.family == .ip else {
      isOpen = true
      return
    }
    ranges.append(range)
  }
}
