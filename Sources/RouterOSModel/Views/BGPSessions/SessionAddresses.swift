import SourceText

/// The addresses that sessions name by the interface they are on, or by an entry of `/routing id`.
struct SessionAddresses {
  /// The address of each interface; nil stands for several.
  private var addresses: [String: IPAddress?] = [:]
  private let identifiers: NamedEntries

  init(_ views: RouterViews) {
    identifiers = NamedEntries(of: "/routing/id", in: views.configuration)
    for row in views[.addresses] where row.text("disabled") == "no" {
      guard let interface = row.text("interface"),
        let address = row.text("host").flatMap({ IPAddress($0) })
      else { continue }
      addresses[interface] = addresses[interface] == nil ? address : .some(nil)
    }
  }

  /// The address that a session speaks from; RouterOS 6 also takes the name of an interface.
  func cell(_ written: Cell) -> Cell {
    guard let text = written.text else {
      return written.writtenDoubt == nil ? Cell(nil, .address) : written
    }
    if let address = IPAddress(text) {
      return Cell(address.description, .address, at: written.evidence)
    }
    if let address = addresses[text].flatMap({ $0 }) {
      return Cell(address.description, .address, at: written.evidence)
    }
    return Cell(.unknown(.severalAddresses(text)), .address, at: written.evidence)
  }

  /// The router id that `/routing id` keeps under a name.
  func identifier(called name: String, at evidence: Span?) -> Cell {
    let giver = "/routing id '\(name)'"
    let cell = identifiers[name].map { Cell("id", of: $0).given(by: giver) }
    if let cell, cell.isStated { return cell }
    return Cell(.unknown(.dynamicID(name)), .address, at: evidence)
  }
}

extension Cause {
  fileprivate static func severalAddresses(_ interface: String) -> Cause {
    Cause(
      "the session speaks from '\(interface)', which has not one address in this export",
      remedy: "write the address itself")
  }

  fileprivate static func dynamicID(_ name: String) -> Cause {
    Cause(
      "no line of the export tells the router id called '\(name)'",
      remedy: "write an id into /routing id")
  }
}
