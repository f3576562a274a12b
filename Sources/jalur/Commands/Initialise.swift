import ArgumentParser
import Diagnostics
import Policy
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur init`: a first `jalur.yaml`.
struct Initialise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first jalur.yaml for the exports below the current folder.",
    discussion: """
      The exports below the current folder are looked for as in an audit. Nothing is overwritten.

      jalur init
      jalur audit

      Exit status: 0 written, 2 could not do the job.
      """)

  func run() async throws {
    let path = Project.fileName
    guard kind(of: path, followingLinks: false) == nil else {
      throw Failure("'\(path)' is already there; remove it first")
    }
    let exports = try await readExports(["."], including: [])
    let devices = exports.scripts.map { Device(lower($0), path: stablePath($0.file.name)) }
    let packs = Set(try shippedRules().compactMap(\.pack)).sorted()
    let text = starter(devices, packs: packs)
    do throws(SourceError) { _ = try readProject(SourceFile(name: path, text: text)) } catch {
      throw Failure("'\(path)' would not be right: \(renderError(error))")
    }
    try writeFile(path, Array(text.utf8))
    writeToStandardOutput(
      "jalur.yaml: written for \(counted(devices.count, "export")); try 'jalur audit'\n")
  }
}

/// The text of a project for these routers; every line that is only a proposal is a comment.
private func starter(_ devices: [Device], packs: [String]) -> String {
  let names = names(of: devices)
  let packs = packs.joined(separator: ", ")
  let head = """
    # What Jalur audits, and by what. The nearest jalur.yaml is found from the working directory upwards.
    language: 1

    # Files and folders of exports, below the folder of this file, which '.' stands for.
    exports: [.]

    # Packs of Jalur, and folders of rules of your own:
    # policies: [\(packs), ./policies]
    policies: [\(packs)]

    # Routers by name, and what no export tells of them. Without 'untrusted' the interface list WAN tells,
    # or where default routes leave.
    # devices:
    #   router: { export: router.rsc, untrusted: [ether1] }

    """
  return head + (devices.count > mostDevices ? "" : list(devices, names)) + proposals(names)
}

/// Of more routers than a person writes down, none is listed.
private let mostDevices = 100

private func list(_ devices: [Device], _ names: [String]) -> String {
  let lines = zip(devices, names).map { device, name in
    "  \(quoted(name)): { export: \(quoted(relative(device))) }\n"
  }
  return "devices:\n" + lines.joined()
}

private func proposals(_ names: [String]) -> String {
  let members = names.map(quoted).joined(separator: ", ")
  let first = names.first.map(quoted) ?? "router"
  return """

    # Routers that belong together, and the ways between them, the main one first.
    # sites:
    #   site:
    #     devices: [\(members)]
    #     paths:
    #       - { name: main, watch: gateway, interfaces: { \(first): [ether1] } }
    #       - { name: backup, watch: beyond-gateway, interfaces: { \(first): [lte1] } }

    # Addresses of peers that are not yours, such as a provider's.
    # others: [198.51.100.0/24]

    # Another severity, other parameters, or off with a reason; see jalur rules.
    # rules:
    #   default-route-pair: { severity: warning }

    # Findings that are accepted for a while. Each needs a reason, an owner and an end.
    # exceptions:
    #   - rule: secret-in-export
    #     device: \(first)
    #     reason: the exports are encrypted until they move to the vault
    #     owner: network@example.com
    #     until: 2027-01-31

    # The highest severity that a comment on a router may except, as
    # comment="jalur:allow RULE until=2027-01-31 reason"; 'no' forbids all.
    inline-exceptions: warning

    """
}

private func relative(_ device: Device) -> String {
  let name = device.file.name
  return name.hasPrefix("./") ? String(name.dropFirst(2)) : name
}

/// A name for each router, no two the same: that of the router, else with the place of its export.
private func names(of devices: [Device]) -> [String] {
  var seen: Set<String> = []
  return devices.enumerated().map { place, device in
    let shown = device.configuration.concealment.text(device.name)
    if seen.insert(shown).inserted { return shown }
    let other = "\(shown)-\(place + 1)"
    seen.insert(other)
    return other
  }
}

/// A text as YAML reads it back.
private func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || 0x30...0x39 ~= byte || "-_./".utf8.contains(byte)
  }
  if isPlain, let first = text.utf8.first, first != UInt8(ascii: "-") { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      let digits = String(scalar.value, radix: 16)
      quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
