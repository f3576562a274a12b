import Foundation
import PackagePlugin

/// Embeds the data of a target: the catalogue into the model, the policies into the program.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root =
      target.name == "RouterOSModel"
      ? target.directoryURL.appending(path: "Catalogue")
      : context.package.directoryURL.appending(path: "Policies")
    let extensions = target.name == "RouterOSModel" ? ["catalogue"] : ["yaml", "md"]
    let files = self.files(below: root, with: extensions)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(root.lastPathComponent)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, commit(of: context, for: target), root.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  /// The commit that is built into the program, marked `dirty` when the tree differs from it; empty where
  /// the package is not the root of a checkout, since the commit would then be somebody else's.
  private func commit(of context: PluginContext, for target: any Target) -> String {
    let folder = context.package.directoryURL
    guard target.name == "jalur", git(["rev-parse", "--show-prefix"], in: folder) == "" else {
      return ""
    }
    return git(["describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"], in: folder) ?? ""
  }

  /// What git answers; nil when it is not there or refuses.
  private func git(_ arguments: [String], in folder: URL) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func files(below root: URL, with extensions: [String]) -> [URL] {
    guard let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else {
      return []
    }
    return all.compactMap { $0 as? URL }
      .filter { extensions.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
