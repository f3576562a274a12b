import Crypto
import Diagnostics
import RouterOSModel
import SourceText

/// The diagnostics with fingerprints: a hash of rule, outcome, path and subject, with an ordinal for
/// twins in one file. No line number and no secret goes into it, so that moving text is not new.
func fingerprinted(_ diagnostics: [Diagnostic], _ fleet: Fleet) -> [Diagnostic] {
  let paths = Dictionary(
    fleet.devices.map { (ObjectIdentifier($0.file), $0.path) },
    uniquingKeysWith: { first, _ in first })
  var twins: [String: Int] = [:]
  return diagnostics.map { diagnostic in
    let path = paths[ObjectIdentifier(diagnostic.primary.file)] ?? diagnostic.primary.file.name
    let parts = [diagnostic.rule, diagnostic.outcome.rawValue, path, diagnostic.subject]
    let key = parts.joined(separator: "\u{0}")
    let ordinal = twins[key, default: 0]
    twins[key] = ordinal + 1
    return diagnostic.with(fingerprint: hash("\(key)\u{0}\(ordinal)"))
  }
}

/// The first 128 bits of SHA-256 in hexadecimal.
private func hash(_ text: String) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let bytes = SHA256.hash(data: Array(text.utf8)).prefix(16)
  let spelt = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }
  return String(decoding: spelt, as: UTF8.self)
}
