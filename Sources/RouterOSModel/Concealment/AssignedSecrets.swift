import RouterOSSyntax

/// The arguments of a statement that give a variable, or a field with a name of its own, a secret value.
struct AssignedSecrets {
  /// Whether the name can hardly be that of anything else, so that the value is a secret elsewhere, too.
  let isCertain: Bool
  /// What the variable or the field is called.
  let name: String
  /// Whether it is a variable of a script, and no field.
  var isVariable: Bool { !isField }
  private let first: Int
  private let isField: Bool

  fileprivate init(_ name: String, behind index: Int, isField: Bool) {
    self.name = name
    isCertain = soundsSecret(name)
    first = index + 1
    self.isField = isField
  }

  /// Whether `argument` of the same statement is one.
  func contains(_ argument: Argument) -> Bool {
    if isField { return argument.name == "value" }
    return argument.index >= first && argument.name != "do"
  }
}

/// `:local password "…"`, or a menu that keeps names and values: `add key=PASSWORD value=…`.
func assignedSecrets(of statement: Statement) -> AssignedSecrets? {
  if isAssignment(statement) {
    guard let variable = statement.arguments.first else { return nil }
    let name = variable.value
    return isSecretVariable(name)
      ? AssignedSecrets(name, behind: variable.index, isField: false) : nil
  }
  guard statement.lastArgument(named: "value") != nil else { return nil }
  for field in statement.arguments where field.name == "key" || field.name == "name" {
    let name = field.value
    if isSecretVariable(name) { return AssignedSecrets(name, behind: field.index, isField: true) }
  }
  return nil
}

private func isAssignment(_ statement: Statement) -> Bool {
  switch statement.verb {
  case ":global", ":local", ":set", "global", "local": true
  // Below a menu, `set` changes an entry.
  case "set": statement.menu == "/"
  default: false
  }
}
