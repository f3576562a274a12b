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
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
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
