public import RouterOSModel

/// A router whose view is to be shown: by itself, or with what a project says of it.
public struct ShownRouter: Sendable {
  let device: Device
  private let fleet: Fleet?
  private let place: Int

  /// A router alone.
  public init(_ device: Device) {
    self.device = device
    fleet = nil
    place = 0
  }

  /// A router of a fleet, by its place there.
  public init(of place: Int, in fleet: Fleet) {
    device = fleet.devices[place]
    self.fleet = fleet
    self.place = place
  }

  func rows(_ view: View) -> [Row] { fleet?.rows(view, of: place) ?? device.rows(view) }

  /// The columns that are shown when none are asked for; those of the site only when it has one.
  func columns(_ view: View) -> [String] {
    let own = view.columns.map(\.name)
    guard let fleet, fleet.facts.site(of: place) != nil else { return own }
    return own + ViewColumn.ofProject.map(\.name).filter { !own.contains($0) }
  }
}
