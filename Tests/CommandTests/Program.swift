import Foundation

/// The built program, or the one that `JALUR_PROGRAM` names: so is a release held to the same tests.
let program =
  ProcessInfo.processInfo.environment["JALUR_PROGRAM"].map { URL(filePath: $0) }
  ?? Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "jalur")

/// Runs the built program as a user would.
func jalur(_ arguments: String..., input: String = "", in folder: URL? = nil) throws -> (
  status: Int32, output: String, error: String
) {
  try runProgram(program, arguments, input: input, in: folder)
}

/// Options that judge by the first rules of Jalur alone, whose findings tests of the program count: rules
/// that come later change nothing for them.
let byFirstRules = [
  "default-route-distance-tie", "default-route-pair", "secret-in-export",
  "static-address-on-tunnel-bridge", "xdev-remote-as", "xdev-tunnel-subnet",
].flatMap { ["--rule", $0] }

/// Audits by those rules; see ``byFirstRules``.
func auditByFirstRules(_ arguments: String..., input: String = "", in folder: URL? = nil) throws
  -> (status: Int32, output: String, error: String)
{
  try runProgram(program, ["audit"] + byFirstRules + arguments, input: input, in: folder)
}

/// Runs a program to its end; standard error is read last and must fit a pipe.
func runProgram(
  _ program: URL?, _ arguments: [String], input: String = "", in folder: URL? = nil,
  environment: [String: String]? = nil
) throws -> (status: Int32, output: String, error: String) {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = folder }
  if let environment { process.environment = environment }
  let pipes = [Pipe(), Pipe(), Pipe()]
  process.standardInput = pipes[0]
  process.standardOutput = pipes[1]
  process.standardError = pipes[2]
  try process.run()
  try? pipes[0].fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try pipes[0].fileHandleForWriting.close()
  let output = try pipes[1].fileHandleForReading.readToEnd() ?? Data()
  let error = try pipes[2].fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: output, as: UTF8.self),
    String(decoding: error, as: UTF8.self)
  )
}
