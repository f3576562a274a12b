# 2026-01-15 18:20:11 by RouterOS 7.16.2
# software id = ABCD-1234
#
# model = C52iG-5HaxD2HaxD
# serial number = 000000000000
/interface bridge
add admin-mac=02:00:5E:10:00:01 auto-mac=no comment=defconf name=bridge
/interface wifi
set [ find default-name=wifi1 ] channel.skip-dfs-channels=10min-cac \
    configuration.mode=ap .ssid=MikroTik-100006 disabled=no \
    security.authentication-types=wpa2-psk,wpa3-psk .ft=yes .ft-over-ds=yes
set [ find default-name=wifi2 ] channel.skip-dfs-channels=10min-cac \
    configuration.mode=ap .ssid=MikroTik-100007 disabled=no \
    security.authentication-types=wpa2-psk,wpa3-psk .ft=yes .ft-over-ds=yes
/interface list
add comment=defconf name=WAN
add comment=defconf name=LAN
/ip pool
add name=default-dhcp ranges=192.168.88.10-192.168.88.254
/ip dhcp-server
add address-pool=default-dhcp interface=bridge name=defconf
/disk settings
set auto-media-interface=bridge auto-media-sharing=yes auto-smb-sharing=yes
/interface bridge port
add bridge=bridge comment=defconf interface=ether2
add bridge=bridge comment=defconf interface=ether3
add bridge=bridge comment=defconf interface=ether4
add bridge=bridge comment=defconf interface=ether5
add bridge=bridge comment=defconf interface=wifi1
add bridge=bridge comment=defconf interface=wifi2
/ip neighbor discovery-settings
set discover-interface-list=LAN
/interface list member
add comment=defconf interface=bridge list=LAN
add comment=defconf interface=ether1 list=WAN
/ip address
add address=192.168.88.1/24 comment=defconf interface=bridge network=\
    192.168.88.0
/ip dhcp-client
add comment=defconf interface=ether1
/ip dhcp-server network
add address=192.168.88.0/24 comment=defconf dns-server=192.168.88.1 gateway=\
    192.168.88.1
/ip dns
set allow-remote-requests=yes
/ip dns static
add address=192.168.88.1 comment=defconf name=router.lan type=A
/ip firewall filter
add action=accept chain=input comment="defconf: known connections" \
    connection-state=established,related,untracked
add action=drop chain=input comment="defconf: broken ones" connection-state=\
    invalid
add action=accept chain=input comment="defconf: ping" protocol=icmp
add action=accept chain=input comment="defconf: the router itself" \
    dst-address=127.0.0.1
add action=drop chain=input comment="defconf: all others" in-interface-list=\
    !LAN
add action=accept chain=forward comment="defconf: into IPsec" ipsec-policy=\
    in,ipsec
add action=accept chain=forward comment="defconf: out of IPsec" ipsec-policy=\
    out,ipsec
add action=fasttrack-connection chain=forward comment="defconf: fast" \
    connection-state=established,related hw-offload=yes
add action=accept chain=forward comment="defconf: known connections" \
    connection-state=established,related,untracked
add action=drop chain=forward comment="defconf: broken ones" connection-state=\
    invalid
add action=drop chain=forward comment="defconf: strangers" \
    connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat comment="defconf: hide" ipsec-policy=\
    out,none out-interface-list=WAN
/ipv6 firewall address-list
add address=::/128 comment="defconf: none" list=bad_ipv6
add address=::1/128 comment="defconf: itself" list=bad_ipv6
add address=fec0::/10 comment="defconf: old" list=bad_ipv6
add address=::ffff:0.0.0.0/96 comment="defconf: IPv4" list=bad_ipv6
add address=::/96 comment="defconf: IPv4" list=bad_ipv6
add address=100::/64 comment="defconf: to discard" list=bad_ipv6
add address=2001:db8::/32 comment="defconf: examples" list=bad_ipv6
add address=2001:10::/28 comment="defconf: hashes" list=bad_ipv6
add address=3ffe::/16 comment="defconf: of a test" list=bad_ipv6
/ipv6 firewall filter
add action=accept chain=input comment="defconf: known connections" \
    connection-state=established,related,untracked
add action=drop chain=input comment="defconf: broken ones" connection-state=\
    invalid
add action=accept chain=input comment="defconf: ping and neighbours" protocol=\
    icmpv6
add action=accept chain=input comment="defconf: traceroute" dst-port=\
    33434-33534 protocol=udp
add action=accept chain=input comment="defconf: prefixes" dst-port=546 \
    protocol=udp src-address=fe80::/10
add action=accept chain=input comment="defconf: IKE" dst-port=500,4500 \
    protocol=udp
add action=accept chain=input comment="defconf: AH" protocol=ipsec-ah
add action=accept chain=input comment="defconf: ESP" protocol=ipsec-esp
add action=accept chain=input comment="defconf: IPsec" ipsec-policy=in,ipsec
add action=drop chain=input comment="defconf: all others" in-interface-list=\
    !LAN
add action=accept chain=forward comment="defconf: known connections" \
    connection-state=established,related,untracked
add action=drop chain=forward comment="defconf: broken ones" connection-state=\
    invalid
add action=drop chain=forward comment="defconf: from nowhere" \
    src-address-list=bad_ipv6
add action=drop chain=forward comment="defconf: to nowhere" dst-address-list=\
    bad_ipv6
add action=drop chain=forward comment="defconf: used up" hop-limit=equal:1 \
    protocol=icmpv6
add action=accept chain=forward comment="defconf: ping and neighbours" \
    protocol=icmpv6
add action=accept chain=forward comment="defconf: HIP" protocol=139
add action=accept chain=forward comment="defconf: IKE" dst-port=500,4500 \
    protocol=udp
add action=accept chain=forward comment="defconf: AH" protocol=ipsec-ah
add action=accept chain=forward comment="defconf: ESP" protocol=ipsec-esp
add action=accept chain=forward comment="defconf: IPsec" ipsec-policy=in,ipsec
add action=drop chain=forward comment="defconf: all others" in-interface-list=\
    !LAN
/system clock
set time-zone-name=Europe/Riga
/system note
set show-at-login=no
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
