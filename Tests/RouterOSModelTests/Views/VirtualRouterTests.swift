import RouterOSModel
import Testing

/// What makes interfaces of VRRP one virtual router.
@Suite struct VirtualRouterTests {
  private func name(_ line: String, _ addresses: String) -> String? {
    let text = "/interface vrrp\nadd interface=ether2 name=vrrp1 \(line)\n/ip address\n\(addresses)"
    return rows(.interfaces, of: text).first { $0.word("name") == "vrrp1" }?.word("virtual-router")
  }

  @Test func numberAndNetworkNameIt() {
    let own = "add address=192.0.2.2/24 interface=ether2\n"
    #expect(name("vrid=10", own) == "10 in 192.0.2.0/24")
    #expect(name("", own) == "1 in 192.0.2.0/24")
    #expect(name("vrid=$n", own) == "?")
    #expect(name("vrid=10", "") == "-")
  }

  @Test func theNetworkIsThatOfItsAddress() {
    let two = """
      add address=192.0.2.2/24 interface=ether2
      add address=198.51.100.2/24 interface=ether2
      add address=198.51.100.1/32 interface=vrrp1
      """
    #expect(name("vrid=10", two) == "10 in 198.51.100.0/24")
  }

  @Test func otherInterfacesAreNone() {
    let text = "/ip address\nadd address=192.0.2.2/24 interface=ether2"
    #expect(rows(.interfaces, of: text).map { $0.word("virtual-router") } == ["-"])
  }
}
