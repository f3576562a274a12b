import RouterOSSyntax
import SourceText
import Testing

/// Files that are programs: commands with their blocks and expressions kept whole.
@Suite struct ScriptTests {
  @Test(arguments: [
    (":if ($a = 1) do={\n  :put \"x\"\n} else={ :put y }\n:put z\n", ["/ :if", "/ :put"]),
    (":foreach i in=[/ip route find] do={ /ip route remove $i }\n", ["/ :foreach"]),
    (":local f do={ :return ($1 + $2) }\n:put [$f 1 2]\n", ["/ :local", "/ :put"]),
    ("{\n:local x 1\n/ip route\nadd distance=$x gateway=192.0.2.1\n}\n", ["/ "]),
    ("$myFunction 5 name=x\n", ["/ $myFunction"]),
    (
      ":local a; :local b; /ip route add gateway=$a; :put \"a;b\"\n",
      ["/ :local", "/ :local", "/ip/route add", "/ :put"]
    ),
    ("/system identity\n:put a # no comment here\n", ["/system/identity :put"]),
    (":put a ;# a comment\n:put b\n", ["/ :put", "/ :put"]),
    ("/ip route\nremove [find comment~\"a\\\"]\"]\n", ["/ip/route remove"]),
    (":put \"$[/ip route get [find comment=\"a b\"] gateway] and $(\"x\" . \"}\")\"\n", ["/ :put"]),
    (":put \"two\nlines\"\n:put b\n", ["/ :put", "/ :put"]),
    (":put ($devices->\"a b\")\n:set ($x->1) 5\n", ["/ :put", "/ :set"]),
    ("/ip address print where interface=\"ether1\" and address~\"^192\"\n", ["/ip/address print"]),
    (
      "/system script\nadd name=a source={\n  :put \"}\"\n  # a } in a comment\n}\nadd name=b\n",
      ["/system/script add", "/system/script add"]
    ),
    (
      "/ip dhcp-client\nadd interface=ether1 script=\":put \\$a; {\\r\\\n    \\n}\"\n",
      ["/ip/dhcp-client add"]
    ),
    ("do { :put a } on-error={ :put b }\n", ["/ do"]),
    (":do { :put a } while=($i < 3)\n", ["/ :do"]),
    ("#!rsc by RouterOS\n:put [:len \"a\\\\\"]\n", ["/ :put"]),
    ("/system {\nidentity set name=x\n}\n", ["/ system"]),
  ])
  func readsCommandsWithTheirBlocks(text: String, wanted: [String]) {
    let script = read(text)
    #expect(script.problems.isEmpty, "\(script.problems)")
    #expect(commands(script) == wanted)
  }

  /// Commands of the root without their colon, and commands that bear the name of a menu elsewhere.
  @Test(arguments: [
    ("/ip route\ndelay 5\nadd gateway=1\n", ["/ip/route delay", "/ip/route add"]),
    ("local a 1\nput x\n", ["/ local", "/ put"]), ("/delay 5\n", ["/ delay"]),
    ("/ping 192.0.2.1 count=3\n", ["/ ping"]), ("/tool ping 192.0.2.1\n", ["/tool ping"]),
    ("/system routerboard upgrade\n", ["/system/routerboard upgrade"]),
    ("/system package update install\n", ["/system/package/update install"]),
    ("/interface 6to4\nadd name=a\n", ["/interface/6to4 add"]),
    ("# my script\n/ip\naddress\nadd x=1\n", ["/ip/address add"]),
  ])
  func tellsCommandsFromMenus(text: String, wanted: [String]) {
    let script = read(text)
    #expect(script.problems.isEmpty && commands(script) == wanted, "\(script.problems)")
  }

  @Test(arguments: [":global $x 5", ":local $x", "global $x 5"])
  func noVariableIsDeclaredByItsValue(line: String) {
    #expect(read("\(line)\n:set $x 5\n").problems.map(\.kind) == [.dollarBeforeName])
  }

  @Test func keepsExpressionsWhole() throws {
    let text = "/ip firewall address-list\nadd address=($a . \"-\" . $b) list=[:pick $c 0 3]\n"
    let statement = try #require(read(text).statements.first)
    #expect(statement.arguments.map(\.value) == ["($a . \"-\" . $b)", "[:pick $c 0 3]"])
    #expect(statement.arguments.map(\.isCode) == [true, true])
  }

  @Test func variablesAreCodeAndTextIsNot() throws {
    let text = "/ip route\nadd comment=\"$x\" distance=1 gateway=$gw pref-src=10.$octet\n"
    let statement = try #require(read(text).statements.first)
    #expect(statement.arguments.map(\.isCode) == [false, false, true, false])
  }
}
