/// The menus of RouterOS 5 to 7 that are known: each line names one and the menus in it. From the command
/// trees of RouterOS and from exports, so that it also names menus that nobody configures.
let knownMenuNames = """
  / app caps-man certificate console container disk driver dude environment file interface iot ip
  / ipv6 isdn-channels kvm lcd log lora metarouter mpls openflow partitions port ppp queue radius
  / routing rsync-daemon snmp special-login store system task tool tr069-client user user-manager
  / xen zerotier
  /app settings
  /caps-man aaa access-list actual-interface-configuration channel configuration datapath
  /caps-man interface manager provisioning radio rates registration-table remote-cap security
  /caps-man sniffer
  /caps-man/manager interface
  /certificate builtin crl scep-client scep-server settings
  /certificate/scep-server otp ra requests
  /console settings
  /container config envs mounts
  /disk btrfs nvme-tcp raid settings smb-share smb-user
  /disk/btrfs filesystem subvolume transfer
  /dude agent chart device device-type file function history link list map mib-node network
  /dude notification panel probe ros server service settings syslog
  /dude/ros address arp health interface lease neighbor queue resource route routerboard
  /file rsync-daemon sync
  /interface 6to4 amt bonding bridge detect-internet dot1x eoip eoipv6 ethernet gre gre6 ipip
  /interface ipipv6 isdn-client isdn-server l2tp-client l2tp-ether l2tp-server list lte macsec
  /interface macvlan mesh ovpn-client ovpn-server ppp-client ppp-server pppoe-client pppoe-server
  /interface pptp-client pptp-server pvc sstp-client sstp-server traffic-eng veth virtual-ethernet
  /interface vlan vpls vrrp vxlan w60g wifi wifiwave2 wireguard wireless
  /interface/bridge calea filter host igmp-snooping mdb mlag msti mvrp nat port port-controller
  /interface/bridge port-extender settings vlan
  /interface/bridge/port mst-override mvrp
  /interface/bridge/port-controller device port
  /interface/bridge/vlan mvrp
  /interface/detect-internet state
  /interface/dot1x client server
  /interface/dot1x/server active
  /interface/ethernet poe switch
  /interface/ethernet/poe settings
  /interface/ethernet/switch acl dscp-qos-map dscp-to-dscp egress-vlan-tag egress-vlan-translation
  /interface/ethernet/switch host ingress-port-policer ingress-vlan-translation l3hw-settings
  /interface/ethernet/switch mac-based-vlan multicast-fdb one2one-vlan-switching policer-qos-map
  /interface/ethernet/switch port port-leakage protocol-based-vlan qos qos-group reserved-fdb rule
  /interface/ethernet/switch shaper stats trunk unicast-fdb vlan
  /interface/ethernet/switch/acl policer
  /interface/ethernet/switch/l3hw-settings advanced
  /interface/ethernet/switch/qos map port priority-flow-control profile settings tx-manager
  /interface/ethernet/switch/qos/map ip vlan
  /interface/ethernet/switch/qos/tx-manager queue
  /interface/l2tp-server server
  /interface/list member
  /interface/lte apn esim settings
  /interface/macsec profile
  /interface/mesh fdb port
  /interface/ovpn-server server
  /interface/pppoe-server server
  /interface/pptp-server server
  /interface/sstp-server server
  /interface/vpls bgp-evpn bgp-vpls cisco-bgp-vpls
  /interface/vxlan fdb vteps
  /interface/w60g station
  /interface/wifi aaa access-list actual-configuration cap capsman channel configuration datapath
  /interface/wifi devices interworking network provisioning radio registration-table security
  /interface/wifi steering
  /interface/wifi/capsman remote-cap
  /interface/wifi/network radio
  /interface/wifi/radio settings
  /interface/wifi/security multi-passphrase
  /interface/wifi/steering neighbor-group
  /interface/wifiwave2 aaa access-list actual-configuration cap capsman channel configuration
  /interface/wifiwave2 datapath interworking provisioning radio registration-table security
  /interface/wifiwave2 steering
  /interface/wifiwave2/capsman remote-cap
  /interface/wifiwave2/steering neighbor-group
  /interface/wireguard peers
  /interface/wireless access-list align cap channels connect-list info interworking-profiles
  /interface/wireless manual-tx-power-table nstreme nstreme-dual registration-table
  /interface/wireless security-profiles sniffer snooper wds
  /iot bluetooth lora modbus mqtt wiliot
  /iot/bluetooth advertisers peripheral-devices scanners whitelist
  /iot/bluetooth/advertisers ad-structures
  /iot/lora channels joineui netid radios servers traffic
  /iot/lora/traffic options
  /iot/modbus security-rules
  /iot/mqtt brokers subscriptions
  /iot/wiliot options servers
  /ip accounting address arp cloud dhcp-client dhcp-relay dhcp-server dns firewall hotspot ipsec
  /ip kid-control media nat-pmp neighbor packing policy-routing pool proxy reverse-proxy route
  /ip service settings smb socks socksify ssh tftp traffic-flow upnp vrf web-proxy
  /ip/accounting snapshot uncounted web-access
  /ip/cloud advanced back-to-home-file back-to-home-user back-to-home-users
  /ip/cloud/back-to-home-file settings
  /ip/dhcp-client option
  /ip/dhcp-relay option
  /ip/dhcp-server alert config lease matcher network option
  /ip/dhcp-server/option sets
  /ip/dns adlist cache forwarders record static
  /ip/dns/cache all
  /ip/firewall address-list calea connection filter layer7-protocol mangle nat raw service-port
  /ip/firewall/connection tracking
  /ip/hotspot active cookie host ip-binding profile service-port user walled-garden
  /ip/hotspot/user profile
  /ip/hotspot/walled-garden ip
  /ip/ipsec active-peers identity installed-sa key manual-sa mode-config peer policy profile
  /ip/ipsec proposal remote-peers settings statistics user
  /ip/ipsec/key psk qkd rsa
  /ip/ipsec/peer profile
  /ip/ipsec/policy group
  /ip/ipsec/user settings
  /ip/kid-control device
  /ip/media settings
  /ip/nat-pmp interfaces
  /ip/neighbor discovery discovery-settings
  /ip/pool used
  /ip/proxy access cache cache-contents connections direct inserts lookups refreshes
  /ip/route cache nexthop rule vrf
  /ip/service webserver
  /ip/smb share shares users
  /ip/socks access connections users
  /ip/ssh known-hosts
  /ip/tftp settings
  /ip/traffic-flow ipfix target
  /ip/upnp interfaces
  /ip/web-proxy access cache
  /ipv6 address dhcp-client dhcp-relay dhcp-server firewall nd neighbor pool route settings
  /ipv6/dhcp-client option
  /ipv6/dhcp-relay option
  /ipv6/dhcp-server binding option
  /ipv6/dhcp-server/option sets
  /ipv6/firewall address-list connection filter mangle nat raw
  /ipv6/nd prefix proxy settings
  /ipv6/nd/prefix default
  /ipv6/pool used
  /ipv6/route nexthop rule
  /kvm interface
  /lcd interface pin screen
  /lcd/interface pages
  /lora channels joineui netid radios servers traffic
  /lora/traffic options
  /metarouter disk interface
  /mpls forwarding-table interface ldp local-bindings mangle remote-bindings settings traffic-eng
  /mpls/ldp accept-filter advertise-filter aggregate interface local-bindings local-mapping
  /mpls/ldp neighbor remote-bindings remote-mapping
  /mpls/traffic-eng interface path path-state resv-state tunnel tunnel-path
  /openflow flow group port
  /port firmware remote-access
  /ppp aaa active l2tp-secret profile secret
  /queue interface simple tree type
  /radius incoming
  /routing bfd bgp fantasy filter gmp id igmp-proxy isis mme nexthop ospf ospf-v3 pim pimsm
  /routing prefix-lists rip ripng route rpki rule settings stats table
  /routing/bfd configuration interface neighbor session
  /routing/bgp advertisements aggregate connection evpn instance network peer session template
  /routing/bgp vpls vpn vpnv4-route
  /routing/filter as-path-list chain community-ext-list community-large-list community-list
  /routing/filter num-list rule select-chain select-rule
  /routing/igmp-proxy interface mfc
  /routing/isis instance interface interface-template lsp neighbor route
  /routing/mme interface network originators
  /routing/ospf area area-border-router as-border-router instance interface interface-template lsa
  /routing/ospf nbma-neighbor neighbor network route sham-link static-neighbor virtual-link
  /routing/ospf-v3 area area-border-router as-border-router instance interface lsa nbma-neighbor
  /routing/ospf-v3 neighbor route virtual-link
  /routing/ospf-v3/area range
  /routing/ospf/area range
  /routing/pim bsr-candidates igmp-group igmp-static interface join mfc mrib mroute neighbor rp
  /routing/pim rp-candidates
  /routing/pimsm bsr igmp-interface-template instance interface interface-template neighbor
  /routing/pimsm static-rp uib-g uib-sg
  /routing/pimsm/bsr candidate rp-candidate
  /routing/rip instance interface interface-template keys neighbor network route static-neighbor
  /routing/ripng interface neighbor network route
  /routing/route nexthop rule
  /routing/rpki session
  /routing/stats memory origin process step
  /snmp community
  /store disk
  /system auto-upgrade backup certificate clock console default-configuration device-mode driver
  /system gps hardware health history identity keymat-provider lcd leds license logging note ntp
  /system package port resource routerboard scheduler script special-login store swos upgrade ups
  /system watchdog
  /system/backup cloud
  /system/clock manual
  /system/console screen
  /system/health settings
  /system/lcd page
  /system/leds settings
  /system/logging action
  /system/ntp client key server
  /system/ntp/client servers
  /system/package local-update update
  /system/package/local-update mirror update-package-source
  /system/resource cpu hardware irq pci usb
  /system/resource/hardware usb-settings
  /system/resource/irq rps
  /system/resource/usb settings
  /system/routerboard mode-button reset-button settings usb wps-button
  /system/script environment job
  /system/upgrade mirror upgrade-package-source
  /tool bandwidth-server calea e-mail graphing mac-server netinstall netwatch romon sms sniffer
  /tool traffic-generator traffic-monitor user-manager
  /tool/bandwidth-server session
  /tool/graphing interface queue resource
  /tool/mac-server mac-winbox ping sessions
  /tool/netinstall cache settings
  /tool/romon port
  /tool/sms inbox
  /tool/sniffer connection host packet protocol
  /tool/traffic-generator latency-distribution packet-template port raw-packet-template stats
  /tool/traffic-generator stream
  /tool/user-manager customer database history log payment profile router session user
  /tool/user-manager/profile limitation profile-limitation
  /user aaa active group settings ssh-keys
  /user-manager advanced attribute database limitation payment profile profile-limitation router
  /user-manager session user user-profile
  /user-manager/user group
  /user/ssh-keys private
  /zerotier controller interface peer
  /zerotier/controller member peer
  """
