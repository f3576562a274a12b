# The repaired client after a night of changes by hand; see ../README.md
# 2026-05-17 23:41:08 by RouterOS 7.22.1
# software id = 0000-0000
#
# model = RB951Ui-2nD
# serial number = 000000000000
/interface bridge
add admin-mac=4A:00:00:00:00:02 auto-mac=no name=bridge1 protocol-mode=none
/interface lte
set [ find default-name=lte1 ] apn-profiles=backup
/interface list
add name=WAN
add name=LAN
add name=GUEST
add name=CAMPUS
/interface lte apn
add add-default-route=no apn=internet name=backup use-peer-dns=no
/interface wireless security-profiles
set [ find default=yes ] supplicant-identity=MikroTik
add authentication-types=wpa2-psk disable-pmkid=yes mode=dynamic-keys name=\
    profile1 supplicant-identity=""
/interface wireless
set [ find default-name=wlan1 ] band=2ghz-g/n disabled=no frequency=2412 \
    mode=ap-bridge security-profile=profile1 ssid=polsri-gk wps-mode=disabled
/ip pool
add name=dhcp_pool1 ranges=10.71.4.10-10.71.4.250
/ip dhcp-server
add address-pool=dhcp_pool1 interface=wlan1 lease-time=24:00:00 name=dhcp1
/ppp profile
add bridge=bridge1 change-tcp-mss=yes name=polsri-bcp only-one=yes \
    use-encryption=required
/interface l2tp-client
add allow=mschap2 comment=L2TP connect-to=203.0.113.240 disabled=no \
    keepalive-timeout=10 mrru=1600 name=l2tp-out1 profile=polsri-bcp \
    use-ipsec=yes user=gk-client
/routing bgp instance
add as=64516 disabled=no name=polsri router-id=10.1.1.71
/routing bgp template
set default as=64516
/ip neighbor discovery-settings
set discover-interface-list=LAN
/interface list member
add disabled=no interface=lte1 list=WAN
add interface=wlan1 list=LAN
add interface=ether1 list=CAMPUS
add interface=bridge1 list=CAMPUS
/ip address
add address=192.168.1.168/24 interface=lte1 network=192.168.1.0
add address=10.1.1.71/25 interface=ether1 network=10.1.1.0
add address=10.255.0.2/30 interface=bridge1 network=10.255.0.0
add address=10.71.4.254/24 interface=wlan1 network=10.71.4.0
/ip dhcp-server network
add address=10.71.4.0/24 dns-server=10.10.1.1,10.10.1.10 gateway=10.71.4.254
# lte1 not ready
/ip dns
set servers=10.10.1.1,10.10.1.10
/ip firewall address-list
add address=10.71.4.0/24 list=bgp-networks
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=accept chain=input protocol=icmp
add action=drop chain=input connection-state=invalid
add action=accept chain=input comment=BGP dst-port=179 in-interface-list=\
    CAMPUS protocol=tcp
add action=accept chain=input comment=BFD dst-port=3784 in-interface-list=\
    CAMPUS protocol=udp
add action=accept chain=input comment=management dst-port=22,8291 protocol=\
    tcp src-address=10.10.0.0/16
add action=accept chain=input comment=DHCP dst-port=67 in-interface-list=LAN \
    protocol=udp
add action=drop chain=input comment="drop the rest"
add action=accept chain=forward connection-state=\
    established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward comment="nothing new from the LTE side" \
    in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip ipsec profile
set [ find default=yes ] dh-group=modp2048 dpd-interval=10s enc-algorithm=\
    aes-256 hash-algorithm=sha256
/ip ipsec proposal
set [ find default=yes ] auth-algorithms=sha256 enc-algorithms=aes-256-cbc \
    pfs-group=modp2048
/ip route
add check-gateway=ping comment="default via FO" distance=1 gateway=10.1.1.1
add comment="default via LTE" distance=10 gateway=192.168.1.1
add comment="L2TP transport pinned to LTE" dst-address=203.0.113.240/32 \
    gateway=192.168.1.1
/ip service
set telnet disabled=no
set ftp disabled=yes
set www disabled=yes
set ssh address=10.10.0.0/16
set api disabled=yes
set winbox address=10.10.0.0/16
set api-ssl disabled=yes
/ip ssh
set strong-crypto=yes
/routing bfd configuration
add comment="fast on the fibre" interfaces=ether1 min-rx=200ms min-tx=200ms \
    multiplier=5
add comment="slower on LTE" interfaces=bridge1 min-rx=1s min-tx=1s \
    multiplier=5
/routing bgp connection
add afi=ip comment=FO hold-time=30s input.filter=from-fo instance=polsri \
    keepalive-time=10s local.address=10.1.1.71 .role=ebgp name="Peer link FO" \
    output.filter-chain=to-fo .network=bgp-networks remote.address=10.1.1.2 \
    .as=46047 templates=default use-bfd=yes
add afi=ip comment=LTE hold-time=30s input.filter=from-lte instance=polsri \
    keepalive-time=10s local.address=10.255.0.2 .role=ebgp name=\
    "Peer link LTE" output.filter-chain=to-lte .network=bgp-networks \
    remote.address=10.255.0.1 .as=46047 templates=default use-bfd=yes
/routing filter rule
add chain=from-fo rule=\
    "if (dst in 10.0.0.0/8) { set bgp-local-pref 200; accept }"
add chain=from-lte rule=\
    "if (dst in 10.0.0.0/8) { set bgp-local-pref 100; accept }"
add chain=to-fo rule="if (dst == 10.71.4.0/24) { accept }"
add chain=to-lte rule=\
    "if (dst == 10.71.4.0/24) { set bgp-path-prepend 2; accept }"
/system clock
set time-zone-name=Asia/Jakarta
/system identity
set name=client
/system ntp client
set enabled=yes
/system ntp client servers
add address=10.10.1.1
/tool bandwidth-server
set enabled=no
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
/tool mac-server ping
set enabled=no
/tool netwatch
add comment="fibre path" host=10.1.1.2 interval=5s src-address=10.1.1.71 \
    timeout=1s type=simple
add comment="backup path" host=10.255.0.1 interval=10s src-address=10.255.0.2 \
    timeout=2s type=simple
