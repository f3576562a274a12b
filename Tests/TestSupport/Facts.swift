import Foundation

/// Public facts on RouterOS that lie beside a checkout on some machines, to hold the catalogue against.
public enum Facts {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/facts")

  /// The rows of a table without its head, each cell by the name of its column; says so when the table
  /// is not here, so that no silence passes for success.
  public static func rows(of name: String) -> [[String: String]] {
    let text = String(decoding: contents(of: name) ?? Data(), as: UTF8.self)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  /// What routers were seen to enforce: lists of menus, or of menus with a property; empty when the file
  /// is not here.
  public static func probed(_ name: String) -> [[String]] {
    guard let data = contents(of: "device-probed-keys.json"),
      let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    if let menus = all[name] as? [String] { return menus.map { [$0] } }
    return all[name] as? [[String]] ?? []
  }

  private static func contents(of name: String) -> Data? {
    let data = FileManager.default.contents(atPath: folder.appending(path: name).path)
    if data == nil { print("facts: skipped, there is no \(name) here") }
    return data
  }
}
