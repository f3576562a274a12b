# The paper's server as published, after an upgrade to RouterOS 7.16.2; see ../README.md
# 2024-11-20 09:15:22 by RouterOS 7.16.2
# software id = 0000-0000
#
/interface bridge
add name=bridge1 port-cost-mode=short
/ip pool
add name=pool1 ranges=192.168.1.2-192.168.1.254
/ppp profile
add bridge=bridge1 local-address=192.168.1.1 name=profile1 remote-address=\
    pool1
/routing bgp template
set default as=46047 disabled=no routing-table=main
/interface l2tp-server server
set enabled=yes
/ip address
add address=10.255.0.1/30 interface=bridge1 network=10.255.0.0
add address=10.1.1.2/25 comment="assumed: implied by the client's FO peer" \
    interface=sfp1 network=10.1.1.0
/ppp secret
add name=test1 profile=profile1 service=l2tp
/routing bgp connection
add as=46047 disabled=no keepalive-time=10s local.role=ebgp name=\
    "Peer link FO" remote.address=10.1.1.71/32 .as=64516 routing-table=main \
    templates=default
add as=46047 disabled=no keepalive-time=10s local.role=ebgp name=\
    "Peer link LTE" remote.address=10.255.0.2/32 .as=64516 routing-table=main \
    templates=default
/system identity
set name=server
