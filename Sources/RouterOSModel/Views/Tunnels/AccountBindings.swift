/// The interfaces that lines bind to accounts which dial in, so that they have names and addresses of their own.
struct AccountBindings {
  private var names: [String: [(kind: String, name: String)]] = [:]
  /// Why an account may have others; nil when it has not.
  let doubt: Cause?

  /// So many interfaces of one account are looked at.
  private static let most = 16

  init(_ configuration: Configuration) {
    var doubt = configuration.incompleteness(of: InterfaceKind.bindings.map(\.menu))
    for kind in InterfaceKind.bindings {
      for entry in configuration.entries(kind.menu) where entry.value("disabled").text != "yes" {
        let cells = ["disabled", "name", "user"].map { Cell($0, of: entry) }
        doubt = doubt ?? cells.lazy.compactMap(\.writtenDoubt).first
        guard let name = cells[1].text, let user = cells[2].text, !user.isEmpty,
          names[user]?.count ?? 0 < Self.most
        else { continue }
        let service = kind.type.prefix { $0 != "-" }
        names[user, default: []].append((service == "ppp" ? "async" : String(service), name))
      }
    }
    self.doubt = doubt
  }

  /// The interfaces of an account that is dialled by a service, or by any.
  func interfaces(of user: String, dialledBy service: String) -> [String] {
    (names[user] ?? []).filter { service == "any" || service == $0.kind }.map(\.name)
  }
}
