internal import CLibYAML
import Diagnostics
import SourceText

/// One step of reading a YAML file.
struct Event {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case open(isMapping: Bool)
    case close
  }

  let kind: Kind
  let span: Span
}

/// Gives every event of the file to `take`, with spans in bytes.
func readEvents(
  _ file: SourceFile, _ take: (Event) throws(SourceError) -> Void
) throws(SourceError) {
  var parser = unsafe yaml_parser_t()
  guard unsafe yaml_parser_initialize(&parser) == 1 else {
    throw SourceError("there is not enough memory to read this", at: Span(0, 0), in: file)
  }
  defer { unsafe yaml_parser_delete(&parser) }
  var failure: SourceError?
  let start = file.byteOrderMarkLength
  unsafe file.bytes[start...].withUnsafeBufferPointer { bytes in
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    do throws(SourceError) {
      var offsets = ByteOffsets(file)
      while let event = try unsafe nextEvent(&parser, &offsets) {
        if let event = event.event { try take(event) }
      }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
}

/// The next event, or nil at the end; its event is nil where nothing needs to be said.
private func nextEvent(
  _ parser: inout yaml_parser_t, _ offsets: inout ByteOffsets
) throws(SourceError) -> (event: Event?, Void)? {
  var event = unsafe yaml_event_t()
  guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
    throw unsafe syntaxError(parser, &offsets)
  }
  defer { unsafe yaml_event_delete(&event) }
  let span = unsafe Span(offsets[event.start_mark.index], offsets[event.end_mark.index])
  switch unsafe event.type {
  case YAML_STREAM_END_EVENT: return nil
  case YAML_ALIAS_EVENT:
    throw offsets.error("YAML reads '\(offsets.text(span))' as an alias; quote it", span)
  case YAML_SCALAR_EVENT:
    let scalar = unsafe event.data.scalar
    try unsafe refuse(scalar.tag, scalar.anchor, span, offsets)
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
    return unsafe (
      Event(kind: .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), span: span), ()
    )
  case YAML_SEQUENCE_START_EVENT:
    try unsafe refuse(
      event.data.sequence_start.tag, event.data.sequence_start.anchor, span, offsets)
    return (Event(kind: .open(isMapping: false), span: span), ())
  case YAML_MAPPING_START_EVENT:
    try unsafe refuse(event.data.mapping_start.tag, event.data.mapping_start.anchor, span, offsets)
    return (Event(kind: .open(isMapping: true), span: span), ())
  case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
    return (Event(kind: .close, span: span), ())
  default:
    return (nil, ())
  }
}

/// Refuses a value with a tag or an anchor, of which YAML would swallow a part of what was meant.
private func refuse(
  _ tag: UnsafeMutablePointer<UInt8>?, _ anchor: UnsafeMutablePointer<UInt8>?, _ span: Span,
  _ offsets: ByteOffsets
) throws(SourceError) {
  let kind = unsafe tag != nil ? "a tag" : anchor != nil ? "an anchor" : ""
  guard !kind.isEmpty else { return }
  throw offsets.error("YAML reads '\(offsets.firstWord(span))' as \(kind); quote it", span)
}

private func syntaxError(_ parser: yaml_parser_t, _ offsets: inout ByteOffsets) -> SourceError {
  let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
  // What cannot even be decoded has no mark, but an offset in bytes.
  let isUnreadable = unsafe parser.error == YAML_READER_ERROR
  let place =
    unsafe isUnreadable
    ? offsets.place(ofByte: parser.problem_offset) : offsets[parser.problem_mark.index]
  return offsets.error(complaint(about: problem, at: place, in: offsets.file), Span(place, place))
}

/// Turns the marks of libyaml, which count code points, into byte offsets, in one pass.
private struct ByteOffsets {
  let file: SourceFile
  private var codePoints = 0
  private var bytes: Int

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.byteOrderMarkLength
  }

  /// Marks nearly always ascend; one that steps back is sought backwards from the last.
  subscript(index: Int) -> Int {
    mutating get {
      while codePoints < index, bytes < file.bytes.count {
        bytes += 1
        while bytes < file.bytes.count, file.bytes[bytes] & 0xC0 == 0x80 { bytes += 1 }
        codePoints += 1
      }
      while codePoints > index, bytes > 0 {
        bytes -= 1
        while bytes > 0, file.bytes[bytes] & 0xC0 == 0x80 { bytes -= 1 }
        codePoints -= 1
      }
      return bytes
    }
  }

  /// The place of a byte that libyaml counts behind the byte order mark.
  func place(ofByte byte: Int) -> Int { min(byte + file.byteOrderMarkLength, file.bytes.count) }

  func text(_ span: Span) -> String { String(file.text(in: span).prefix(40)) }

  func firstWord(_ span: Span) -> String {
    let rest = file.bytes[Int(span.start)...].prefix { $0 > 0x20 }.prefix(40)
    return String(decoding: rest, as: UTF8.self)
  }

  func error(_ message: String, _ span: Span) -> SourceError {
    SourceError(message, at: span, in: file)
  }
}

extension SourceFile {
  /// The number of bytes of a byte order mark in front, which is no text.
  var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
