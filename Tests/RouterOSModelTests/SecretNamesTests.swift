import RouterOSModel
import Testing

/// MikroTik's manual, "List of menus with sensitive parameters", and what command trees add to it.
@Suite struct SecretNamesTests {
  @Test(arguments: [
    ("/ppp/secret", "password"), ("/ppp/l2tp-secret", "secret"),
    ("/interface/l2tp-client", "password ipsec-secret"), ("/interface/l2tp-ether", "ipsec-secret"),
    ("/interface/l2tp-server/server", "ipsec-secret"), ("/interface/pptp-client", "password"),
    ("/interface/sstp-client", "password"), ("/interface/ovpn-client", "password"),
    ("/interface/pppoe-client", "password"), ("/interface/ppp-client", "password pin"),
    ("/interface/gre", "ipsec-secret"), ("/interface/gre6", "ipsec-secret"),
    ("/interface/ipip", "ipsec-secret"), ("/interface/ipipv6", "ipsec-secret"),
    ("/interface/eoip", "ipsec-secret"), ("/interface/eoipv6", "ipsec-secret"),
    ("/interface/6to4", "ipsec-secret"), ("/interface/wireguard", "private-key"),
    ("/interface/wireguard/peers", "preshared-key private-key"),
    ("/interface/wireless", "nv2-preshared-key nv2-sync-secret"),
    (
      "/interface/wireless/security-profiles",
      "wpa-pre-shared-key wpa2-pre-shared-key static-key-0 static-key-1 static-key-2 static-key-3 "
        + "static-sta-private-key management-protection-key mschapv2-password"
    ),
    (
      "/interface/wireless/access-list",
      "private-key private-pre-shared-key management-protection-key"
    ),
    ("/interface/wifi", "security.passphrase security.eap-password"),
    ("/interface/wifi/security", "passphrase eap-password"),
    ("/interface/wifi/configuration", "security.passphrase security.eap-password"),
    ("/interface/wifi/access-list", "passphrase"),
    ("/interface/wifi/security/multi-passphrase", "passphrase"),
    ("/interface/wifi/network", "security.passphrase"), ("/caps-man/security", "passphrase"),
    ("/caps-man/access-list", "private-passphrase"), ("/interface/vrrp", "password"),
    ("/interface/w60g", "password"), ("/interface/dot1x/client", "password"),
    ("/interface/macsec", "cak"), ("/interface/lte", "pin"), ("/interface/lte/apn", "password"),
    ("/ip/ipsec/identity", "secret password ppk-secret"), ("/ip/ipsec/peer", "secret"),
    ("/ip/ipsec/key", "passphrase"),
    (
      "/ip/ipsec/manual-sa",
      "ah-key esp-auth-key esp-enc-key"
    ), ("/ip/ipsec/installed-sa", "auth-key enc-key"),
    ("/routing/bgp/connection", "tcp-md5-key"), ("/routing/bgp/peer", "tcp-md5-key"),
    ("/routing/ospf/interface-template", "auth-key"),
    ("/routing/ospf/interface", "authentication-key"), ("/routing/rip/keys", "key"),
    ("/routing/rip/interface", "authentication-key"),
    ("/routing/rip/interface-template", "password"), ("/routing/bfd/authentication", "key"),
    ("/routing/isis/authentication", "key"), ("/radius", "secret"),
    ("/snmp/community", "authentication-password encryption-password"),
    ("/ip/hotspot/user", "password otp-secret"), ("/ip/hotspot/profile", "mac-auth-password"),
    ("/user-manager/router", "shared-secret"), ("/user-manager/user", "password otp-secret"),
    ("/user-manager/advanced", "paypal-password web-private-password"), ("/user", "password"),
    ("/ip/smb/users", "password"), ("/ip/socks/users", "password"),
    ("/ip/socksify", "socks5-password"),
    ("/ip/cloud/back-to-home-user", "private-key"),
    ("/ip/cloud", "vpn-private-key vpn-peer-private-key"), ("/system/ntp/key", "key-val"),
    ("/tool/e-mail", "password"), ("/tool/sms", "secret sim-pin"), ("/tool/romon", "secrets"),
    ("/tool/romon/port", "secrets"),
    ("/tr069-client", "password connection-request-password"), ("/container/config", "password"),
    (
      "/disk",
      "encryption-key nvme-tcp-password nvme-tcp-server-password self-encryption-password "
        + "smb-password smb-server-password sshfs-password iscsi-server-password"
    ), ("/iot/lora/joineui", "key"), ("/iot/mqtt/brokers", "password"),
    ("/zerotier", "identity"), ("/certificate", "passphrase"),
    ("/system/package/local-update/mirror", "password"),
    ("/system/keymat-provider", "hkdf-secret"), ("/lcd/pin", "pin-number"),
  ])
  func theTableIsCovered(menu: String, names: String) {
    for name in names.split(separator: " ").map(String.init) {
      #expect(Catalogue.shipped.menu(menu).isSecret(name), "\(menu) \(name)")
    }
  }

  @Test(arguments: [
    ("/interface/wireguard/peers", "public-key"), ("/container/envs", "key"),
    ("/ip/ssh", "always-allow-password-login"), ("/user/settings", "minimum-password-length"),
    ("/system/ntp/client/servers", "auth-key"), ("/ip/ipsec/identity", "key"),
    ("/interface/wifi/security", "ft-r0-key-lifetime"), ("/system/identity", "name"),
    ("/interface/dot1x/client", "identity"), ("/routing/ospf/interface-template", "auth"),
  ])
  func whatOnlySoundsLikeOneIsNone(menu: String, name: String) {
    #expect(!Catalogue.shipped.menu(menu).isSecret(name))
  }
}
