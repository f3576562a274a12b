public import SourceText

/// What the first comments of an export say of the router it came from.
///
/// None of it is configuration; the date is never used, because clocks of routers are often wrong.
public struct Header: Sendable {
  /// How the comment that names the release looks, which tells who wrote it last.
  public enum Form: Sendable, Equatable {
    /// With date and time, as a router prints it.
    case router
    /// Without a date: a tool has taken it out.
    case dateRemoved
    /// With a date that a tool has overwritten.
    case dateMasked
    /// There is none, or it only repeats a tool's own comment.
    case absent
  }

  /// The release after `by RouterOS`, if a comment names one.
  public private(set) var version: RouterOSVersion?
  /// The comment that names the release, or the empty start of the file.
  public private(set) var span = Span(0, 0)
  /// How that comment looks.
  public private(set) var form = Form.absent
  /// Date and time as printed, in any of RouterOS's spellings; for people only.
  public private(set) var date: String?
  /// The value of `model =`; virtual routers have none.
  public private(set) var model: String?
  /// The value of `serial number =`.
  public private(set) var serialNumber: String?
  /// The value of `software id =`; empty on a virtual router.
  public private(set) var softwareID: String?
  /// The value of `system id =`, which virtual routers print from 7.18 on.
  public private(set) var systemID: String?
  /// The name of the backup tool that put comments of its own before those of the router, if it is
  /// known.
  public private(set) var tool: String?

  /// Reads the comments before the first menu line; of a transcript that has none, the line in which the
  /// router names its release when somebody logs in.
  init(
    _ comments: [(text: String, range: Range<Int>)], _ origins: TextOrigins?,
    greeting: (text: String, range: Range<Int>)?
  ) {
    for comment in comments {
      read(comment.text, at: origins?.span(of: comment.range) ?? Span(comment.range))
    }
    guard form == .absent, version == nil, let greeting, let release = Release(greeting.text.utf8)
    else {
      return
    }
    version = release.version
    span = Span(greeting.range)
  }

  private mutating func read(_ comment: String, at commentSpan: Span) {
    let body = comment.drop { $0 == "#" || $0 == " " || $0 == "!" }
    if form == .absent, let release = Release(comment.utf8) {
      version = release.version
      form = release.form
      date = release.date
      span = commentSpan
    } else if body.hasPrefix("version: "), let version = RouterOSVersion(body.dropFirst(9)) {
      // Oxidized writes this before what the router printed, which outranks it.
      tool = "oxidized"
      self.version = self.version ?? version
    } else {
      readValue(body)
    }
  }

  private mutating func readValue(_ body: Substring) {
    guard let equals = body.utf8.firstIndex(of: .equals), body[..<equals].hasSuffix(" ") else {
      return
    }
    let value = String(body[equals...].dropFirst().drop { $0 == " " })
    switch body[..<equals].dropLast() {
    case "model": model = model ?? value
    case "serial number": serialNumber = serialNumber ?? value
    case "software id": softwareID = softwareID ?? value
    case "system id": systemID = systemID ?? value
    default: return
    }
  }
}

/// The comment that names the release: `# jul/27/2021 09:14:07 by RouterOS 6.48.3`, or
/// `# RouterOS 6.48.1`.
struct Release {
  let version: RouterOSVersion
  let form: Header.Form
  let date: String?

  init?(_ comment: some Collection<UInt8>) {
    let words = comment.split { $0 == .space || $0 == .tab }
    guard let index = words.firstIndex(where: { $0.elementsEqual("RouterOS".utf8) }),
      index + 1 < words.count, index <= 1 || words[index - 1].elementsEqual("by".utf8),
      index + 2 == words.count || words[0].elementsEqual("MikroTik".utf8),
      let version = RouterOSVersion(String(decoding: words[index + 1], as: UTF8.self))
    else { return nil }
    self.version = version
    let before = words[..<index].drop { Self.isMark($0) }
    let isSigned = before.last?.elementsEqual("by".utf8) ?? false
    let stamp = before.dropLast(isSigned ? 1 : 0)
    if stamp.isEmpty {
      form = .dateRemoved
    } else {
      form = stamp.joined().contains { 0x30...0x39 ~= $0 } ? .router : .dateMasked
    }
    let text = Array(stamp.joined(separator: [.space]))
    date = form == .router ? String(decoding: text, as: UTF8.self) : nil
  }

  /// Whether a word only marks a comment.
  private static func isMark(_ word: some Collection<UInt8>) -> Bool {
    word.allSatisfy { $0 == .hash || $0 == .exclamationMark } || word.elementsEqual("#!rsc".utf8)
  }
}
