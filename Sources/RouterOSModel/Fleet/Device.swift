import RouterOSSyntax
public import SourceText

/// One router of a fleet: what its export means, and its views.
public final class Device: Sendable {
  /// Its name: the identity that the export writes, else the name of the file without its ending.
  public let name: String
  /// The path that identifies the file wherever the project lies; see ``Fleet``.
  public let path: String
  /// What the export means.
  public let configuration: Configuration
  /// Its views; see ``View``.
  let views: RouterViews

  /// The file of the export.
  public var file: SourceFile { configuration.script.file }

  /// The folder of the file: routers in one folder belong together before others do.
  var folder: Substring { path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex) }

  /// A device of this export; `path` stays the same when the project moves.
  public init(_ configuration: Configuration, path: String) {
    self.configuration = configuration
    self.path = path
    let identity = configuration.entries("/system/identity").first
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    name =
      identity?.isWritten == true
      ? identity?.value("name").text ?? path : stem ?? path
    views = RouterViews(configuration)
  }

  /// The rows of a view, worked out when they are first asked for.
  public func rows(_ view: View) -> [Row] { views[view] }
}
