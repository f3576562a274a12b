import Foundation
import Testing

/// The gate in a git checkout that is gone after the test.
private final class Checkout {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "router.rsc"))
  }

  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  func commit(_ text: String) throws {
    try write(text)
    try git("add", ".")
    try git("commit", "-qm", "x")
  }
}

@Suite struct GateTests {
  private static let routes =
    "/ip route\nadd gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"

  @Test func failsOnlyOnWhatIsNew() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    let same = try jalur("gate", "--base", "main", in: checkout.folder)
    #expect(same.status == 0 && same.error.isEmpty, "\(same)")
    try checkout.write(Self.tie)
    let broken = try jalur("gate", "--base", "main", in: checkout.folder)
    #expect(broken.status == 1 && broken.output.hasPrefix("~ ./router.rsc\n"), "\(broken)")
    #expect(broken.output.contains("error[default-route-distance-tie]"))
    try checkout.commit(Self.tie)
    try checkout.write("# moved\n\n" + Self.tie)
    let moved = try jalur("gate", "--base", "main", in: checkout.folder)
    #expect(moved.status == 0 && moved.output.contains("no findings"), "\(moved)")
    try checkout.write(Self.routes)
    let mended = try jalur("gate", "--base", "main", in: checkout.folder)
    #expect(mended.status == 0 && mended.output.contains("fixed: 1\n"), "\(mended)")
  }

  @Test(arguments: ["no-such-branch", "--help-me", "main:router.rsc"])
  func whatIsNoCommitEndsWithTwo(reference: String) throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    let result = try jalur("gate", "--base=\(reference)", in: checkout.folder)
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("is no commit here"), "\(result)")
  }
}
