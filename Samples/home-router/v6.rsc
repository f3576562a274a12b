# jan/15/2026 18:20:11 by RouterOS 6.49.17
# software id = ABCD-1234
#
# model = RB750Gr3
# serial number = 000000000000
/interface bridge
add admin-mac=02:00:5E:10:00:01 auto-mac=no comment=defconf name=bridge
/interface list
add comment=defconf name=WAN
add comment=defconf name=LAN
/interface wireless security-profiles
set [ find default=yes ] supplicant-identity=MikroTik
/ip pool
add name=default-dhcp ranges=192.168.88.10-192.168.88.254
/ip dhcp-server
add address-pool=default-dhcp disabled=no interface=bridge name=defconf
/interface bridge port
add bridge=bridge comment=defconf interface=ether2
add bridge=bridge comment=defconf interface=ether3
add bridge=bridge comment=defconf interface=ether4
add bridge=bridge comment=defconf interface=ether5
/ip neighbor discovery-settings
set discover-interface-list=LAN
/interface list member
add comment=defconf interface=bridge list=LAN
add comment=defconf interface=ether1 list=WAN
/ip address
add address=192.168.88.1/24 comment=defconf interface=bridge network=\
    192.168.88.0
/ip dhcp-client
add comment=defconf disabled=no interface=ether1
/ip dhcp-server network
add address=192.168.88.0/24 comment=defconf gateway=192.168.88.1
/ip dns
set allow-remote-requests=yes
/ip dns static
add address=192.168.88.1 comment=defconf name=router.lan
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
    connection-state=established,related
add action=accept chain=forward comment="defconf: known connections" \
    connection-state=established,related,untracked
add action=drop chain=forward comment="defconf: broken ones" connection-state=\
    invalid
add action=drop chain=forward comment="defconf: strangers" \
    connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat comment="defconf: hide" ipsec-policy=\
    out,none out-interface-list=WAN
/system clock
set time-zone-name=Europe/Riga
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
