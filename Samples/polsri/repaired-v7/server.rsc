# The paper's server repaired, exported by RouterOS 7.22.1; see ../README.md
# 2026-03-02 10:00:00 by RouterOS 7.22.1
# software id = 0000-0000
#
/interface bridge
add admin-mac=4A:00:00:00:00:01 auto-mac=no name=bridge1 protocol-mode=none
/interface list
add name=CAMPUS
/ppp profile
add bridge=bridge1 change-tcp-mss=yes local-address=172.31.255.1 name=\
    gk-client-bcp only-one=yes remote-address=172.31.255.2 use-encryption=\
    required
/routing bgp instance
add as=46047 disabled=no name=polsri router-id=10.1.1.2
/routing bgp template
set default as=46047
/interface l2tp-server server
set authentication=mschap2 enabled=yes keepalive-timeout=10 mrru=1600 \
    one-session-per-host=yes use-ipsec=required
/ip neighbor discovery-settings
set discover-interface-list=none
/interface list member
add interface=sfp1 list=CAMPUS
add interface=bridge1 list=CAMPUS
/ip address
add address=10.255.0.1/30 interface=bridge1 network=10.255.0.0
add address=10.1.1.2/25 interface=sfp1 network=10.1.1.0
/ip firewall address-list
add address=10.10.0.0/16 list=bgp-networks
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=accept chain=input comment=BGP dst-port=179 in-interface-list=\
    CAMPUS protocol=tcp
add action=accept chain=input comment=BFD dst-port=3784 in-interface-list=\
    CAMPUS protocol=udp
add action=accept chain=input comment=IKE dst-port=500,4500 \
    in-interface-list=CAMPUS protocol=udp
add action=accept chain=input comment="L2TP inside IPsec" dst-port=1701 \
    in-interface-list=CAMPUS ipsec-policy=in,ipsec protocol=udp
add action=accept chain=input comment=management dst-port=22,8291 protocol=\
    tcp src-address=10.10.0.0/16
add action=drop chain=input comment="drop the rest"
/ip ipsec profile
set [ find default=yes ] dh-group=modp2048 dpd-interval=10s enc-algorithm=\
    aes-256 hash-algorithm=sha256
/ip ipsec proposal
set [ find default=yes ] auth-algorithms=sha256 enc-algorithms=aes-256-cbc \
    pfs-group=modp2048
/ip service
set telnet disabled=yes
set ftp disabled=yes
set www disabled=yes
set ssh address=10.10.0.0/16
set api disabled=yes
set winbox address=10.10.0.0/16
set api-ssl disabled=yes
/ip ssh
set strong-crypto=yes
/ppp secret
add comment="faculty building router" name=gk-client profile=gk-client-bcp \
    service=l2tp
/routing bfd configuration
add interfaces=sfp1 min-rx=200ms min-tx=200ms multiplier=5
add interfaces=bridge1 min-rx=1s min-tx=1s multiplier=5
/routing bgp connection
add afi=ip comment=FO hold-time=30s input.filter=from-gk-fo instance=polsri \
    keepalive-time=10s local.address=10.1.1.2 .role=ebgp name="Peer link FO" \
    output.filter-chain=to-gk .network=bgp-networks remote.address=10.1.1.71 \
    .as=64516 templates=default use-bfd=yes
add afi=ip comment=LTE hold-time=30s input.filter=from-gk-lte instance=polsri \
    keepalive-time=10s local.address=10.255.0.1 .role=ebgp name=\
    "Peer link LTE" output.filter-chain=to-gk .network=bgp-networks \
    remote.address=10.255.0.2 .as=64516 templates=default use-bfd=yes
/routing filter rule
add chain=from-gk-fo rule=\
    "if (dst == 10.71.4.0/24) { set bgp-local-pref 200; accept }"
add chain=from-gk-lte rule=\
    "if (dst == 10.71.4.0/24) { set bgp-local-pref 100; accept }"
add chain=to-gk rule="if (dst == 203.0.113.240/32) { reject }"
add chain=to-gk rule="if (dst in 10.0.0.0/8) { accept }"
/system clock
set time-zone-name=Asia/Jakarta
/system identity
set name=server
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
add comment="fibre path" host=10.1.1.71 interval=5s src-address=10.1.1.2 \
    timeout=1s type=simple
add comment="backup path" host=10.255.0.2 interval=10s src-address=10.255.0.1 \
    timeout=2s type=simple
