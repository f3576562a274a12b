# Broken on purpose (secret-in-v7) from published-v7/client.rsc; see ../../README.md
# 2024-11-20 09:14:07 by RouterOS 7.16.2
# software id = 0000-0000
#
# model = RB951Ui-2nD
# serial number = 000000000000
/interface bridge
add name=bridge1 port-cost-mode=short
/interface wireless security-profiles
set [ find default=yes ] supplicant-identity=MikroTik
add authentication-types=wpa-psk,wpa2-psk mode=dynamic-keys name=profile1 \
    supplicant-identity=""
/interface wireless
set [ find default-name=wlan1 ] band=2ghz-b/g/n disabled=no frequency=2417 \
    mode=ap-bridge security-profile=profile1 ssid=routerclient wps-mode=\
    disabled
/ip pool
add name=dhcp_pool1 ranges=10.71.4.1-10.71.4.253
/ip dhcp-server
add address-pool=dhcp_pool1 interface=wlan1 lease-time=1d name=dhcp1
/ppp profile
set *FFFFFFFE bridge=bridge1
/interface l2tp-client
add comment=L2TP connect-to=203.0.113.240 dial-on-demand=yes disabled=no \
    name=l2tp-out1 password=test1 user=test1
/routing bgp template
set default as=64516 disabled=no routing-table=main
/ip address
add address=192.168.1.168/24 interface=lte1 network=192.168.1.0
add address=10.1.1.71/25 interface=ether1 network=10.1.1.0
add address=10.255.0.2/30 interface=bridge1 network=10.255.0.0
add address=10.71.4.254/24 interface=wlan1 network=10.71.4.0
/ip dns
set servers=10.10.1.1,10.10.1.10
/ip firewall nat
add action=masquerade chain=srcnat out-interface=wlan1
/ip route
add disabled=no distance=1 dst-address=0.0.0.0/0 gateway=10.1.1.1 pref-src="" \
    routing-table=main scope=30 suppress-hw-offload=no target-scope=10
add disabled=no distance=2 dst-address=0.0.0.0/0 gateway=192.168.1.1 \
    pref-src="" routing-table=main scope=30 suppress-hw-offload=no \
    target-scope=10
/routing bgp connection
add as=64516 comment=FO disabled=no keepalive-time=10s local.role=ebgp name=\
    "Peer link FO" remote.address=10.1.1.2/32 .as=46047 routing-table=main \
    templates=default
add as=64516 comment=LTE disabled=no keepalive-time=10s local.role=ebgp name=\
    "Peer link LTE" remote.address=10.255.0.1/32 .as=46047 routing-table=main \
    templates=default
/system identity
set name=client
