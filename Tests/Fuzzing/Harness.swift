@testable import RouterOSSyntax
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the fuzzer calls with each input. `FUZZ_MODE` says what is done with it; see `run` beside this
/// file. A broken property ends the program, as a crash does, so that the fuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let complaint = complaint(about: bytes) {
    print("broken property: \(complaint)")
    fflush(nil)
    abort()
  }
  return 0
}

private let mode = unsafe getenv("FUZZ_MODE").map { unsafe String(cString: $0) } ?? "parse"

private let options = [
  FormatOptions(), FormatOptions(width: .columns(40)), FormatOptions(width: .columns(131)),
  FormatOptions(width: .unlimited), FormatOptions(style: .section), FormatOptions(style: .terse),
  FormatOptions(width: .columns(55), style: .terse),
]

private func complaint(about bytes: [UInt8]) -> String? {
  switch mode {
  case "format": complaintAboutFormatting(bytes, options[bytes.count % options.count])
  case "lower": complaintAboutLowering(bytes)
  case "policy": complaintAboutPolicies(bytes)
  case "unescape": complaintAboutUnescaping(bytes)
  default: complaintAboutParsing(bytes)
  }
}
