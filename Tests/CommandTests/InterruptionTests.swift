import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a signal leaves behind, and what it says.
@Suite struct InterruptionTests {
  /// Waits for its input, is interrupted, and ends by the signal.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func endsAtOnceWithOneWord(number: Int32) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = ["audit", "-"]
    let (input, error) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = error
    try process.run()
    // Only when it reads is it past its start; what it reads must be more than a pipe holds.
    let start = Data(repeating: UInt8(ascii: "#"), count: 1 << 20)
    try input.fileHandleForWriting.write(contentsOf: start)
    #expect(kill(process.processIdentifier, number) == 0)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
    let said = try error.fileHandleForReading.readToEnd() ?? Data()
    #expect(String(decoding: said, as: UTF8.self) == "jalur: interrupted\n")
  }

  /// What was started not to hear a hang-up goes on.
  @Test func aSignalThatIsIgnoredStaysIgnored() throws {
    let script = """
      trap '' HUP
      (sleep 0.3; echo "/ip dns"; echo "set servers=192.0.2.53") | "$0" parse - &
      sleep 0.1; kill -HUP $!; wait $!
      """
    let result = try runProgram(
      URL(filePath: "/bin/bash"), ["-c", script, try #require(program).path])
    #expect(result.status == 0, "\(result)")
  }

  /// Some programs start others with signals blocked; the end of a child is then no interruption.
  @Test func onlyAnInterruptionInterrupts() throws {
    let checkout = try Checkout()
    try checkout.commit("/ip dns\nset servers=192.0.2.53\n")
    let script = """
      import signal, subprocess, sys
      signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
      for _ in range(10):
          run = subprocess.run([sys.argv[1], "gate", "--base", "HEAD"], capture_output=True, text=True)
          assert (run.returncode, run.stderr) == (0, ""), run
      print("passed")
      """
    let path = try #require(program).path
    #expect(try python(script, path, in: checkout.folder) == "passed\n")
  }
}
