/// The text of raw bytes: UTF-8 when they are UTF-8, else one character a byte.
///
/// RouterOS keeps whatever its terminal sent: UTF-8 over SSH, an 8-bit code page from WinBox. Which
/// code page it was is not in the export, so bytes that are not UTF-8 are read as U+0000 to U+00FF:
/// readable for western text, and never the same text for different bytes.
public func decodeText(_ bytes: some Collection<UInt8>) -> String {
  // Nearly all text is ASCII, which needs no second look.
  if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var text = ""
  for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
  return text
}
