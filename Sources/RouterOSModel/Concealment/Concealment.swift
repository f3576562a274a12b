public import RouterOSSyntax
public import SourceText
import Synchronization

/// Bytes of a file that no report may show, and what it shows instead.
public struct HiddenSpan: Sendable {
  /// Why the bytes are hidden, as what stands in their place.
  public enum Mask: String, Sendable {
    /// They are a secret, or repeat one.
    case secret = "<secret>"
    /// They cannot be read, and so may be the rest of a secret.
    case unreadable = "<hidden: cannot be read>"
  }

  /// The bytes.
  public internal(set) var span: Span
  /// What stands in their place.
  public let mask: Mask

  /// These bytes, hidden for this reason.
  public init(_ span: Span, _ mask: Mask) {
    self.span = span
    self.mask = mask
  }
}

/// What of a script may be shown: the one way from the bytes of an export to any output.
///
/// Hidden are the values of secrets, wherever they nest; what repeats such a value; the strings that
/// scripts keep under a name such as `password`; who logs in by a URL; and of what cannot be read
/// everything but words of RouterOS. Everything is decided once for a script: linear in its size, times the
/// depth in which scripts nest, of which sixteen levels are read.
public final class Concealment: Sendable {
  private let script: Script
  private let catalogue: Catalogue
  private let secrets: KnownSecrets
  private let hiddenMenus: Set<String>
  /// What is hidden but for what repeats a secret, in order and apart.
  private let found: [HiddenSpan]
  /// All that is hidden, once it was asked for: to look for repeats in the whole file costs as much as to
  /// parse it several times over.
  private let whole = Mutex<[HiddenSpan]?>(nil)

  /// What of `script` may be shown, where what `others` keep secret must not be shown either.
  public convenience init(
    _ script: Script, beside others: [Script] = [], by catalogue: Catalogue = .shipped
  ) {
    self.init(
      script, SecretSearch(script, catalogue), beside: others.map { SecretSearch($0, catalogue) },
      by: catalogue)
  }

  private init(
    _ script: Script, _ search: SecretSearch, beside others: [SecretSearch],
    by catalogue: Catalogue
  ) {
    var secrets = search.known
    var menus = search.hiddenMenus
    for other in others {
      secrets.add(other.known)
      menus.formUnion(other.hiddenMenus)
    }
    self.script = script
    self.catalogue = catalogue
    found = joined(search.hidden + lines(of: script, naming: menus))
    self.secrets = secrets
    hiddenMenus = menus
  }

  /// What of each of two scripts may be shown, where what either keeps secret is shown of neither.
  public static func ofBoth(
    _ left: Script, _ right: Script, by catalogue: Catalogue = .shipped
  ) -> (left: Concealment, right: Concealment) {
    let searches = (SecretSearch(left, catalogue), SecretSearch(right, catalogue))
    return (
      Concealment(left, searches.0, beside: [searches.1], by: catalogue),
      Concealment(right, searches.1, beside: [searches.0], by: catalogue)
    )
  }

  /// The same of both at once, on as many processors.
  public static func ofBothAtOnce(
    _ left: Script, _ right: Script, by catalogue: Catalogue = .shipped
  ) async -> (left: Concealment, right: Concealment) {
    async let rightSearch = SecretSearch(right, catalogue)
    let leftSearch = SecretSearch(left, catalogue)
    return (
      Concealment(left, leftSearch, beside: [await rightSearch], by: catalogue),
      Concealment(right, await rightSearch, beside: [leftSearch], by: catalogue)
    )
  }

  /// The hidden bytes of the file, in order and apart; worked out when first asked for.
  public var hidden: [HiddenSpan] {
    whole.withLock { known in
      let hidden =
        known ?? joined(found + SecretRepeats(of: secrets, in: script, by: catalogue).hidden)
      known = hidden
      return hidden
    }
  }

  /// Whether any byte of `span` is hidden.
  public func hides(_ span: Span) -> Bool { !overlaps(span, hidden).isEmpty }

  /// Whether any byte of the name of an argument is hidden.
  public func hidesName(of argument: Argument) -> Bool {
    !overlaps(argument.nameSpan, hidden(around: argument)).isEmpty
  }

  /// Whether any byte of the value of an argument is hidden.
  public func hidesValue(of argument: Argument) -> Bool {
    !overlaps(argument.valueSpan, hidden(around: argument)).isEmpty
  }

  /// The value of an argument as it may be shown; the argument may lie in a script within a value.
  public func text(of argument: Argument) -> String {
    let overlaps = overlaps(argument.valueSpan, hidden(around: argument))
    if overlaps.isEmpty { return argument.value }
    if let first = overlaps.first, first.span.contains(argument.valueSpan) {
      return first.mask.rawValue
    }
    return argument.decodedValue.text(replacing: overlaps.map { ($0.span, $0.mask.rawValue) })
  }

  /// A menu in slash form as it may be shown: not one that only a torn line names.
  public func menu(_ path: String) -> String {
    hiddenMenus.contains(path) ? HiddenSpan.Mask.unreadable.rawValue : path
  }

  /// A text that was made of what the file says, such as a title, as it may be shown.
  public func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let ranges =
      secrets.ranges(in: bytes) + (mayNameSecret(bytes) ? SecretsInText(bytes).ranges : [])
    if ranges.isEmpty { return text }
    let spans = joined(ranges.map { HiddenSpan(Span($0), .secret) })
    return String(decoding: replacing(spans[...], in: bytes), as: UTF8.self)
  }

  /// The value of a property of an entry as it may be shown; `text` is the value in the spelling of its
  /// type.
  public func text(_ text: String, of property: String, in entry: Entry?) -> String {
    if entry?.menu.isSecret(property) ?? false { return HiddenSpan.Mask.secret.rawValue }
    if let argument = entry?.argument(of: property), hidesValue(of: argument) {
      return self.text(of: argument)
    }
    return self.text(text)
  }

  /// The whole file as it may be shown.
  public var bytes: [UInt8] { replacing(hidden[...], in: script.file.bytes) }

  /// Hidden spans, in order and apart: all that lie in the argument, and perhaps others. As long as nobody
  /// asked for all of the file, only this argument is looked through for repeats.
  private func hidden(around argument: Argument) -> [HiddenSpan] {
    if let hidden = whole.withLock({ $0 }) { return hidden }
    guard argument.script === script else { return hidden }
    let repeats = SecretRepeats(of: secrets, in: argument, by: catalogue).hidden
    return repeats.isEmpty ? found : joined(Array(overlaps(argument.span, found)) + repeats)
  }

  private func overlaps(_ span: Span, _ hidden: [HiddenSpan]) -> ArraySlice<HiddenSpan> {
    let first = hidden.firstIndex(endingBehind: span.start)
    var end = first
    while end < hidden.count, hidden[end].span.start < span.end { end += 1 }
    return hidden[first..<end]
  }

  private func replacing(_ spans: ArraySlice<HiddenSpan>, in bytes: [UInt8]) -> [UInt8] {
    var shown: [UInt8] = []
    var offset = 0
    for hidden in spans {
      shown += bytes[offset..<Int(hidden.span.start)]
      shown += Array(hidden.mask.rawValue.utf8)
      offset = Int(hidden.span.end)
    }
    return shown + bytes[offset...]
  }
}

/// The places at which a script names one of these menus.
private func lines(of script: Script, naming menus: Set<String>) -> [HiddenSpan] {
  if menus.isEmpty { return [] }
  let sections = script.sections.filter { menus.contains($0.menu) }.map(\.span)
  let paths = script.statements.filter { menus.contains($0.menu) }.map { statement in
    Span(Int(statement.span.start), Int(max(statement.span.start, statement.verbSpan.start)))
  }
  return (sections + paths).map { HiddenSpan($0, .unreadable) }
}

extension [HiddenSpan] {
  /// The first of spans, in order and apart, that ends behind an offset; the count when none does.
  public func firstIndex(endingBehind offset: UInt32) -> Int {
    partitioningIndex { $0.span.end > offset }
  }
}

/// The same bytes in order and apart; where spans overlap, the mask of the first holds for all.
public func joined(_ spans: [HiddenSpan]) -> [HiddenSpan] {
  var joined: [HiddenSpan] = []
  for hidden in spans.sorted(by: { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) })
  where !hidden.span.isEmpty {
    if let last = joined.last, hidden.span.start < last.span.end {
      joined[joined.count - 1].span = last.span.union(hidden.span)
    } else {
      joined.append(hidden)
    }
  }
  return joined
}
