/// What the sessions of one router are worked out from.
struct SessionContext {
  let configuration: Configuration
  let instances: NamedEntries
  let connected: NeighbourNetworks
  let bfd: AllowedBFD
  let sources: SessionAddresses
  let failsOver: Cell
  var templates: SessionTemplates
  var advertised: AdvertisedNetworks

  init(_ views: RouterViews) {
    configuration = views.configuration
    instances = NamedEntries(of: "/routing/bgp/instance", in: configuration)
    connected = NeighbourNetworks(views)
    bfd = AllowedBFD(configuration)
    sources = SessionAddresses(views)
    failsOver = configuration.failsOver(views[.defaultRoutes])
    templates = SessionTemplates(configuration)
    advertised = AdvertisedNetworks(views, connected)
  }

  /// The cells that follow from others, the same for RouterOS 6 and 7.
  func completed(_ given: [String: Cell]) -> [String: Cell] {
    var cells = given
    let local = given["local-as"] ?? .none
    let remote = given["remote-as"] ?? .none
    let role = given["role"] ?? .none
    let table = given["vrf"] ?? .none
    cells["local-as-kind"] = local.kindOfAS
    cells["remote-as-kind"] = remote.kindOfAS
    cells["role-answers"] = role.answersToRole
    cells["type-by-as"] = local.typeBySame(as: remote)
    if case .unset = role.content {
      cells["type"] = cells["type-by-as"]
    } else {
      cells["type"] = role.typeByRole
    }
    let far = given["remote-address"] ?? .none
    let neighbour = far.text.flatMap { IPAddress($0) }
    let link = neighbour.map { connected.answer($0, in: table) }
    cells["on-link"] = link?.isOnLink ?? Cell(.unknown(far.doubt ?? .noSingleNeighbour), .boolean)
    cells["bfd-allowed"] = bfd.cell(neighbour, link)
    cells["fails-over"] = failsOver
    return cells
  }

  /// Whether a session is switched off, itself or by its instance.
  func disabled(_ session: Entry, _ instance: Entry?) -> Cell {
    let own = Cell("disabled", of: session)
    let cells = [own] + (instance.map { [Cell("disabled", of: $0)] } ?? [])
    return Cell(anyOf: cells, at: own.evidence)
  }

  /// The routing table that is written, else `main`.
  func table(_ written: Cell?) -> Cell {
    guard let written, written.writtenDoubt != nil || written.text != nil else {
      return Cell(.known(["main"]), .name, isDefault: true)
    }
    return written
  }
}

extension RouterViews {
  /// One row for each peer of RouterOS 6 and each connection of RouterOS 7.
  func bgpRows() -> [Row] {
    let peers = configuration.entries("/routing/bgp/peer").filter { $0.selector == nil }
    let connections = configuration.entries("/routing/bgp/connection").filter { $0.selector == nil }
    if peers.isEmpty, connections.isEmpty { return [] }
    var context = SessionContext(self)
    let rows =
      peers.map { context.row(ofPeer: $0) } + connections.map { context.row(ofConnection: $0) }
    return with(SessionFacts.columns, rows, SessionFacts.init) { $1.cells(of: $0) }
  }
}

extension Cell {
  /// The cell, without a value that says none: an empty filter, a router id of zero.
  func unset(_ nothing: String...) -> Cell {
    guard case .known(let texts) = content, texts.isEmpty || texts.contains(where: nothing.contains)
    else { return self }
    return Cell(.unset, type)
  }

  /// The cell with the type that the same column has in the other major version.
  func typed(_ type: ValueType) -> Cell {
    var texts = self.texts
    if type != self.type { texts = texts.flatMap(type.elements).map(type.canonical) }
    guard case .known = content else {
      var cell = Cell(content, type, at: evidence, isDefault: isDefault)
      cell.giver = giver
      cell.certain = certain
      return cell
    }
    var cell = Cell(.known(texts), type, at: evidence, isDefault: isDefault)
    cell.giver = giver
    return cell
  }

  /// The cell with `fallback` where no line states anything.
  func orDefault(_ fallback: String) -> Cell {
    isStated ? self : Cell(.known([fallback]), type, isDefault: true)
  }

  /// A secret: one that a mask stands for is as little known as one that the export leaves out.
  var asSecret: Cell {
    guard let text else { return unset("") }
    return isMask(Array(text.utf8))
      ? Cell(.unknown(.hiddenSecrets), type, at: evidence) : unset("")
  }

  /// An address alone, or a network: `10.1.1.2` and `10.1.1.2/32` are one host.
  var asNeighbour: Cell {
    guard let text, let prefix = IPPrefix(text) else { return unset("") }
    return Cell(
      .known([prefix.isHost ? prefix.network.description : prefix.description]), .prefix,
      at: evidence)
  }
}

extension Cause {
  static let noSingleNeighbour = Cause(
    "the session names no single neighbour", remedy: "give each neighbour a session of its own")
}
