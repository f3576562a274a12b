/// The address lists of one family, and what rules that name them match.
struct AddressLists {
  /// What lines put into each list.
  private(set) var addresses: [String: [String]] = [:]
  /// Why what is in a list is not known, by its name.
  private(set) var doubts: [String: Cause] = [:]
  /// Why any list may hold more than is known; nil when none does.
  private(set) var doubt: Cause?

  /// Linear in the entries of the lists, and of the menus that fill them.
  init(of menu: String, in configuration: Configuration) {
    doubt = configuration.incompleteness(of: [menu])
    for entry in configuration.entries(menu) where entry.value("disabled").text != "yes" {
      guard let list = entry.value("list").text else {
        doubt = doubt ?? Cell("list", of: entry).writtenDoubt
        continue
      }
      let address = entry.value("address").text ?? ""
      if IPAddress.range(address) == nil { doubts[list] = doubts[list] ?? .name(address, list) }
      addresses[list, default: []].append(address)
    }
    for path in configuration.menus { noteFilling(configuration, path, menu) }
  }

  /// Rules, profiles and leases put addresses into lists while the router runs.
  private mutating func noteFilling(
    _ configuration: Configuration, _ path: String, _ menu: String
  ) {
    let properties = configuration.catalogue.menu(path).propertiesOfAddressLists.filter {
      $0.reference == menu
    }
    .map(\.name)
    if properties.isEmpty { return }
    for entry in configuration.entries(path) {
      for list in properties.flatMap({ Cell($0, of: entry).texts }) {
        doubts[list] = .listFilled(list)
      }
    }
  }

  /// The addresses of a rule on a side, `src` or `dst`; unset when it takes all. A rule that names
  /// addresses and a list matches what is in both: then it is not worked out.
  func cell(of rule: Entry, _ side: String) -> Cell {
    let own = Cell("\(side)-address", of: rule)
    let list = Cell("\(side)-address-list", of: rule)
    if let doubt = own.writtenDoubt ?? list.writtenDoubt { return Cell(.unknown(doubt), .set) }
    guard let text = list.text, !text.isEmpty else {
      return Cell(own.texts.isEmpty ? .unset : .known(own.texts), .set, at: own.evidence)
    }
    let name = text.hasPrefix("!") ? String(text.dropFirst()) : text
    let cause = own.texts.isEmpty ? doubt ?? doubts[name] : .both(name)
    if let cause { return Cell(.unknown(cause), .set, at: list.evidence) }
    let mark = text.hasPrefix("!") ? "!" : ""
    let found = addresses[name] ?? []
    return Cell(.known(mark.isEmpty ? found : found.map { mark + $0 }), .set, at: list.evidence)
      .given(by: "address list '\(name)'")
  }
}

extension Cause {
  /// What is in a list changes while the router runs.
  static func listFilled(_ list: String) -> Cause {
    Cause(
      "address list '\(list)' is filled while the router runs",
      remedy: "look at /ip firewall address-list print on the router")
  }

  fileprivate static func name(_ address: String, _ list: String) -> Cause {
    Cause(
      "only a resolver knows the addresses of '\(address)' in address list '\(list)'",
      remedy: "write addresses into the list")
  }

  fileprivate static func both(_ list: String) -> Cause {
    Cause(
      "the rule matches addresses that are in '\(list)' and among those it names, too",
      remedy: "compare the two by hand")
  }
}
