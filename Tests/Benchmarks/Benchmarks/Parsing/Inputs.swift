import Foundation
import SourceText

/// What is measured on: exports that `generate-export` writes, in sections, terse, or mostly scripts.
struct Input {
  /// The style, as `generate-export --style` calls it.
  let style: String
  /// About how many bytes.
  let size: Int

  /// The export, written anew; Python is needed for that and nothing else.
  func make() throws -> SourceFile {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "generate-export")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "\(size)", "--style", style]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return SourceFile(name: style, bytes: [UInt8](data))
  }
}
