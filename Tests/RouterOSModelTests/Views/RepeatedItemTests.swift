import RouterOSModel
import Testing

/// Which entries say again what one before them says.
@Suite struct RepeatedItemTests {
  private func repeats(_ lines: String) -> [String] {
    rows(.items, of: lines).filter { $0.word("menu") != "/system/identity" }.map {
      $0.word("repeats")
    }
  }

  @Test func whatDiffersInNothingButTheCommentIsOne() {
    #expect(repeats("/system logging\nadd topics=a,b\nadd topics=b,a comment=x") == ["no", "yes"])
    #expect(repeats("/system logging\nadd topics=a\nadd topics=b") == ["no", "no"])
    #expect(
      repeats("/system logging\nadd topics=a action=memory\nadd topics=a") == ["no", "yes"])
    #expect(repeats("/system logging\nadd topics=a disabled=yes\nadd topics=a") == ["-", "no"])
  }

  @Test func theKeyOfAMenuDecides() {
    #expect(
      repeats("/ip pool\nadd name=a ranges=192.0.2.1\nadd name=a ranges=192.0.2.2")
        == ["no", "yes"])
    #expect(
      repeats("/ip pool\nadd name=a ranges=192.0.2.1\nadd name=b ranges=192.0.2.1") == ["no", "no"])
    let pool = rows(.items, of: "/ip pool\nadd name=a ranges=192.0.2.1").first
    #expect(pool?.words("identified-by", "identity") == ["name", "a"])
  }

  @Test func routesAreToldApartByWhereTheyLead() {
    #expect(
      repeats(
        "/ip route\nadd gateway=192.0.2.1 distance=1\nadd gateway=192.0.2.1 check-gateway=ping")
        == ["no", "yes"])
    #expect(
      repeats("/ip route\nadd gateway=192.0.2.1\nadd gateway=192.0.2.1 distance=2") == ["no", "no"])
  }

  @Test func whatIsNotKnownIsNotGuessed() {
    #expect(repeats("/system logging\nadd topics=$x\nadd topics=a") == ["?", "no"])
    #expect(repeats("/ip firewall filter\nadd chain=a\nadd chain=a") == ["-", "-"])
  }
}
