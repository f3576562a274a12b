/// The names of an export, each kind of knowledge found out when it is first asked for.
final class NamesOfExport: Sendable {
  private let configuration: Configuration
  private let keptTable = KeptValue<NameTable>()
  private let keptScripts = KeptValue<ScriptWords>()

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// Who defines names, and who uses them.
  var table: NameTable { keptTable.value { NameTable(configuration) } }

  /// The words of its scripts.
  var scripts: ScriptWords { keptScripts.value { ScriptWords(configuration) } }

  /// Forgets everything, which is found out again when it is asked for.
  func forget() {
    keptTable.forget()
    keptScripts.forget()
  }
}
