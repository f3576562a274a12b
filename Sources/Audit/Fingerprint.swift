import Crypto
import Diagnostics
import SourceText

/// The diagnostics with fingerprints: a hash of rule, outcome, path and subject, with an ordinal for
/// twins in one file. No line number and no secret goes into it, so that moving text is not new.
///
/// `path` is that of a file relative to the root of its repository. `keepingKnown` when those that have a
/// fingerprint keep it: then no twin of theirs may be without.
func fingerprinted(
  _ diagnostics: [Diagnostic], keepingKnown: Bool, _ path: (SourceFile) -> String
) -> [Diagnostic] {
  var twins: [String: Int] = [:]
  return diagnostics.map { diagnostic in
    if keepingKnown, !diagnostic.fingerprint.isEmpty { return diagnostic }
    let parts = [
      diagnostic.rule, diagnostic.outcome.rawValue, path(diagnostic.primary.file),
      diagnostic.subject,
    ]
    let key = parts.joined(separator: "\u{0}")
    let ordinal = twins[key, default: 0]
    twins[key] = ordinal + 1
    return diagnostic.with(fingerprint: hash("\(key)\u{0}\(ordinal)"))
  }
}

private let digits = Array("0123456789abcdef".utf8)

/// The first 128 bits of SHA-256 in hexadecimal.
private func hash(_ text: String) -> String {
  var spelt: [UInt8] = []
  spelt.reserveCapacity(32)
  for byte in SHA256.hash(data: Array(text.utf8)).prefix(16) {
    spelt.append(digits[Int(byte >> 4)])
    spelt.append(digits[Int(byte & 0x0F)])
  }
  return String(decoding: spelt, as: UTF8.self)
}
