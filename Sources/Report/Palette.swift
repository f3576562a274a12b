/// How a report for people is coloured: the escape sequences before and after each kind of word, or none.
public struct Palette: Sendable {
  /// What a word is.
  enum Kind {
    case added
    case changed
    case error
    case faint
    case info
    case removed
    case strong
    case unknown
    case warning
  }

  /// Takes away what stands on the line of the cursor, and goes to its start (ECMA-48).
  public static let clearLine = "\r\u{1B}[K"

  private let isColoured: Bool

  /// No colours: for files, and for terminals that do not want them.
  public static let plain = Palette(isColoured: false)
  /// The sixteen colours of ECMA-48 terminals, as the user has set them.
  public static let colours = Palette(isColoured: true)

  /// `text` as a word of that kind. It must not be cut or measured afterwards.
  func paint(_ text: String, _ kind: Kind) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(Self.code(kind))m\(text)\u{1B}[0m" : text
  }

  private static func code(_ kind: Kind) -> String {
    switch kind {
    case .added: "32"
    case .changed, .warning: "33"
    case .error: "1;31"
    case .faint: "2"
    case .info: "36"
    case .removed: "31"
    case .strong: "1"
    case .unknown: "35"
    }
  }
}
