import Foundation
import TestSupport
import Testing

/// Whatever is done to an export with secrets in it, no command shows one of them.
///
/// Samples and the examples of pages get a marked secret in some place where secrets stand, and are then
/// damaged around it; the name of its property stays whole. Failures print the seed.
@Suite struct ConcealmentPropertyTests {
  private static let marker = "sekret"

  /// Samples and examples of pages, without what they say of the marker.
  private static let texts: [String] = {
    let root = AuditTests.root
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    var texts: [String] = []
    for path in (paths ?? []).sorted()
    where path.hasPrefix("Samples/") || path.hasPrefix("Policies/") {
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { continue }
      let text = String(decoding: data, as: UTF8.self)
      if path.hasSuffix(".rsc") || path.contains("/transcript-") { texts.append(text) }
      guard path.hasSuffix(".md") else { continue }
      texts += text.components(separatedBy: "```rsc").dropFirst().compactMap { block in
        block.split(separator: "\n", maxSplits: 1).last?.components(separatedBy: "```").first
      }
    }
    return texts
  }()

  @Test(arguments: Array(UInt64(1)...6)) func noCommandShowsASecret(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let checkout = try Checkout()
    var names: [String] = []
    var planted: [String: String] = [:]
    for number in 0..<24 {
      let text = try #require(Self.texts.randomElement(using: &dice))
      let name = "\(number).rsc"
      try checkout.write(text, to: name)
      planted[name] = Self.planted(in: text, &dice)
      names.append(name)
    }
    try checkout.commit()
    for name in names { try checkout.write(planted[name] ?? "", to: "new/\(name)") }
    try Self.check("fmt --check new", checkout, seed)
    for name in names {
      try Self.check("fmt --mask-secrets new/\(name)", checkout, seed)
      try Self.check("diff --format json new/\(name) \(name)", checkout, seed)
      try Self.check("diff \(name) new/\(name)", checkout, seed)
      try Self.check("parse --format json new/\(name)", checkout, seed)
      try Self.check("parse new/\(name)", checkout, seed)
      try Self.check("audit --show-unknown new/\(name)", checkout, seed)
      for view in [
        "addresses", "bgp-sessions", "default-routes", "dhcp-servers", "interfaces", "names",
        "routes", "secrets", "services", "tunnels", "users", "wifi",
      ] {
        try Self.check("show --origins \(view) new/\(name)", checkout, seed)
        try Self.check("show --format json \(view) new/\(name)", checkout, seed)
      }
      try Self.check("audit --show-unknown --format json new/\(name)", checkout, seed)
    }
    for name in names { try checkout.write(planted[name] ?? "", to: name) }
    try Self.check("gate --base main", checkout, seed)
    try Self.check("audit --show-unknown .", checkout, seed)
  }

  private static func check(_ command: String, _ checkout: Checkout, _ seed: UInt64) throws {
    let words = command.split(separator: " ").map(String.init)
    let result = try runProgram(program, words, in: checkout.folder)
    let output = result.output + result.error
    #expect((0...2).contains(result.status), "seed \(seed), \(command): \(output)")
    guard output.lowercased().contains(marker) else { return }
    let lines = output.split(separator: "\n").filter { $0.lowercased().contains(marker) }
    let name = words.last(where: { $0.contains("new/") }) ?? ""
    let input =
      (try? String(contentsOf: checkout.folder.appending(path: name), encoding: .utf8)) ?? ""
    let around = input.split(separator: "\n").filter { $0.lowercased().contains(marker) }
    Issue.record("seed \(seed), \(command)\n\(lines.prefix(3))\nof\n\(around.prefix(12))")
  }

  /// Places of secrets; `@` stands for the secret.
  private static let plants = [
    "/ppp secret\nadd name=a password=@ service=l2tp\n",
    "/ppp secret\nadd name=a password=\"@\" service=l2tp\nadd name=b password=x\n",
    "/ppp secret\nadd name=a password=\\\n    @ service=l2tp\n",
    "/interface l2tp-client\nadd connect-to=192.0.2.1 ipsec-secret=\"@\" name=l2tp-out1\n",
    "/interface wireguard\nadd name=wg1 private-key=\"@\"\n",
    "/interface lte\nset [ find default-name=lte1 ] pin=@\n", "/zerotier\nset zt1 identity=\"@\"\n",
    "/routing rip keys\nadd chain=a key=\"@\" key-id=1\n",
    "/system ntp key\nadd key-id=1 key-val=@\n",
    "/snmp community\nadd authentication-password=\"@\" name=a\n",
    "/disk\nset usb1 encryption-key=@ smb-password=\"@\"\n",
    "/interface wifi\nset [ find default-name=wifi1 ] security.passphrase=\"@\" .ft=yes\n",
    "/some new menu\nadd a=b Password=\"@\"\n", "/ppp secret\nset [ find password=\"@\" ] name=a\n",
    "/system script\nadd name=a source=\":local pw \\\"@\\\"\\r\\\n    \\n:log info \\$pw\"\n",
    "/system script\nadd name=a source=\"/ppp secret add name=a password=\\\"@\\\"\"\n",
    "/system scheduler\nadd name=a on-event=\"/tool fetch url=\\\"ftp://u:@@192.0.2.1/a\\\"\"\n",
    "/tool netwatch\nadd host=192.0.2.1 up-script=\":global token @\"\n",
    "/ip dns static\nadd address=192.0.2.1 comment=\"https://u:@@example.com/\" name=x\n",
    "/container envs\nadd key=DB_PASSWORD list=a value=\"@\"\n",
    "{ /ppp secret add name=a password=\"@\" }\n", "/ppp secret\n# password: @\nadd name=a\n",
  ]

  /// A repeated secret that is damaged in one place is another text there, so that these stay whole.
  private static let repeats = [
    "/ppp secret\nadd comment=\"@\" name=a password=\"@\"\n",
    "/ppp secret\nadd name=\"@\" password=\"@\"\n/ip route\nadd comment=\"for @\" gateway=192.0.2.1\n",
    "# @ is said here\n/ppp secret\nadd name=a password=@\n/ip pool\nadd name=a@b ranges=192.0.2.1\n",
    "/ppp secret\nadd name=a password=\"@\n/ip pool\nadd name=\"@\" ranges=192.0.2.1\n",
    "/system script\nadd name=\"@\" source=\":local pw \\\"@\\\"; :put \\\"@\\\"\"\n",
  ]

  private static func planted(in text: String, _ dice: inout Dice) -> String {
    let isRepeat = Int.random(in: 0..<4, using: &dice) == 0
    let plant = ((isRepeat ? repeats : plants).randomElement(using: &dice) ?? "")
    let lines = inserted(plant, in: text, &dice)
    return isRepeat ? lines.joined(separator: "\n") : damaged(lines, &dice)
  }

  private static func inserted(
    _ plant: String, in text: String, _ dice: inout Dice
  ) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let secret = ["sekret1sekret2", "SEKRET1SEKRET2"].randomElement(using: &dice) ?? ""
    let plant = plant.replacing("@@", with: "\u{1}")
      .replacing("@", with: secret).replacing("\u{1}", with: "\(secret)@")
    let places = lines.indices.filter { $0 == 0 || !lines[$0 - 1].hasSuffix("\\") }
    let place = places.randomElement(using: &dice) ?? 0
    lines.insert(contentsOf: plant.split(separator: "\n").map(String.init), at: place)
    return lines
  }

  /// The same with up to two mistakes in lines that hold the secret, behind the name of what it belongs to.
  private static func damaged(_ lines: [String], _ dice: inout Dice) -> String {
    var text = lines.joined(separator: "\n")
    for _ in 0..<Int.random(in: 0...2, using: &dice) {
      let pieces = [
        "\n", "\"", " ", ";", "\\", "{", "}", "[", "$", "\r\n", "\n    ", " = ", "\u{1B}",
      ]
      let piece = pieces.randomElement(using: &dice) ?? ""
      let matches = text.lowercased().ranges(of: marker)
      guard let match = matches.randomElement(using: &dice) else { break }
      let start = text.lowercased().distance(
        from: text.lowercased().startIndex, to: match.lowerBound)
      let offset = start + (Bool.random(using: &dice) ? 0 : 7)
      let place = text.index(text.startIndex, offsetBy: min(offset, text.count))
      switch Int.random(in: 0...3, using: &dice) {
      case 0 where place > text.startIndex && text[text.index(before: place)] == "\"":
        text.remove(at: text.index(before: place))
      case 1 where place < text.endIndex && "\" ".contains(text[place]): text.remove(at: place)
      default: text.insert(contentsOf: piece, at: place)
      }
    }
    return text
  }
}
