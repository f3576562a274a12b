import RouterOSModel
import TestSupport
import Testing

/// Fleets mean the same whatever the order of their files.
@Suite struct OrderOfFilesTests {
  /// A router with ends that may or may not find others: few addresses, names and numbers, so that
  /// many clash.
  private static func router(_ dice: inout Dice) -> String {
    func number(_ range: ClosedRange<Int>, _ dice: inout Dice) -> Int {
      .random(in: range, using: &dice)
    }
    func address(_ dice: inout Dice) -> String {
      "10.0.\(number(0...1, &dice)).\(number(1...6, &dice))"
    }
    var text = "/ip address\n"
    for interface in ["ether1", "t", "wg"] where number(0...3, &dice) > 0 {
      text += "add address=\(address(&dice))/24 interface=\(interface)\n"
    }
    text += "/interface gre\nadd name=t remote-address=\(address(&dice))\n"
    text +=
      "/interface l2tp-client\nadd connect-to=\(address(&dice)) disabled=no name=v password=p\(number(1...2, &dice)) user=u\(number(1...3, &dice))\n"
    text +=
      "/ppp secret\nadd name=u\(number(1...3, &dice)) password=p\(number(1...2, &dice)) service=l2tp\n"
    text += "/interface wireguard\nadd name=wg\n/interface wireguard peers\n"
    text += "add allowed-address=\(address(&dice))/32 interface=wg name=w public-key=k\n"
    text += "/interface vrrp\nadd interface=ether1 name=vrrp1 vrid=\(number(1...2, &dice))\n"
    text += "/routing bgp connection\n"
    for name in ["a", "b"] {
      text +=
        "add as=6449\(number(6...7, &dice)) local.role=ebgp name=\(name) remote.address=\(address(&dice)) .as=6449\(number(6...7, &dice)) router-id=1.1.1.\(number(1...3, &dice))\n"
    }
    return text
  }

  @Test(arguments: UInt64(1)...60)
  func shufflingChangesNothing(seed: UInt64) {
    var dice = Dice(seed: seed)
    let count = Int.random(in: 2...9, using: &dice)
    let texts = (0..<count).map { ("site\($0 % 3)/\($0).rsc", Self.router(&dice)) }
    let first = Routers(texts)
    for _ in 0..<3 {
      let other = Routers(texts.shuffled(using: &dice))
      #expect(other.words == first.words)
      #expect(other.words(FleetGroup.neighbours) == first.words(FleetGroup.neighbours))
      #expect(other.words(FleetGroup.duplicates) == first.words(FleetGroup.duplicates))
    }
  }

  /// Each of these took minutes when ends were compared with all others.
  @Test(arguments: ["bgp", "gre", "wireguard"])
  func thousandsOfEndsBetweenTwoRouters(kind: String) {
    func router(_ own: Int, _ far: Int) -> String {
      let numbers = 0..<3000
      func address(_ host: Int, _ end: Int) -> String {
        "10.\(host / 4096).\(host / 16 % 256).\(host % 16 * 4 + end)"
      }
      let addresses = numbers.map { "add address=\(address($0, own))/30 interface=i\($0)\n" }
      let ends = numbers.map { host in
        switch kind {
        case "bgp":
          "add as=64496 local.role=ibgp name=n\(host) remote.address=\(address(host, far)) .as=64496\n"
        case "gre": "add name=n\(host) remote-address=\(address(host, far))\n"
        default: "add allowed-address=\(address(host, far))/32 interface=i\(host) name=n\(host)\n"
        }
      }
      let menus = ["bgp": "/routing bgp connection", "gre": "/interface gre"]
      return "/ip address\n" + addresses.joined() + (menus[kind] ?? "/interface wireguard peers")
        + "\n"
        + ends.joined()
    }
    let words = Routers([("a.rsc", router(1, 2)), ("b.rsc", router(2, 1))]).words
    let paired = words.count { $0.contains(" by ") }
    #expect(words.count == 6000 && paired == 6000)
  }
}
