extension Repair {
  private static let tunnel = "comment=L2TP connect-to"
  private static let account = "name=gk-client profile"
  private static let session = "add afi=ip comment=FO "

  /// What the exports keep to themselves.
  static let ofSecrets = [
    Repair(
      "a password that is left out", .client, tunnel, "user=", "password=k3Vq8ZpR2mXw9t user=",
      ["secret-in-export"]),
    Repair(
      "a password that nobody guesses", .client, tunnel, "user=", "password=test1 user=",
      ["secret-weak", "secret-in-export"]),
    Repair(
      "a passphrase of its own", .client, "supplicant-identity=\"\"", "name=profile1",
      "name=profile1 wpa2-pre-shared-key=polsri-gk",
      ["secret-equals-name", "secret-in-export", "secret-weak"]),
    Repair(
      "a password for each account", .server, account, "service=l2tp",
      "password=k3Vq8ZpR2mXw9t service=l2tp\nadd name=other password=k3Vq8ZpR2mXw9t service=l2tp",
      ["secret-reused", "secret-in-export", "xdev-ipsec-agree"]),
    Repair(
      "a key that nobody guesses", .server, "set authentication=mschap2", "use-ipsec",
      "ipsec-secret=mikrotik use-ipsec", ["ipsec-psk-weak", "secret-in-export"]),
    Repair(
      name: "one key for both ends",
      edits: [
        Edit(.client, session, "use-bfd", "tcp-md5-key=k3Vq8ZpR2mXw9t use-bfd"),
        Edit(.server, session, "use-bfd", "tcp-md5-key=w9tk3Vq8ZpR2mX use-bfd"),
      ], fails: ["xdev-bgp-md5", "secret-in-export", "xdev-ipsec-agree"]),
    Repair(
      "no password in a script", .client, "/system clock", "/system clock",
      "/system script\nadd name=a source=\":local password k3Vq8ZpR2mXw9t\"\n/system clock",
      ["secret-in-script"]),
    Repair(
      "no password in a comment", .client, tunnel, "comment=L2TP",
      "comment=\"password: k3Vq8ZpR2mXw9t\"", ["secret-in-comment"]),
    Repair(
      "no community that everybody knows", .client, "/system clock", "/system clock",
      "/snmp\nset enabled=yes\n/system clock", ["snmp-community-default"]),
  ]
}
