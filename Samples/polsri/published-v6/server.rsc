# The paper's server as published, exported by RouterOS 6.48.3; see ../README.md
# jul/27/2021 09:15:22 by RouterOS 6.48.3
# software id = 0000-0000
#
/interface bridge
add name=bridge1
/ip pool
add name=pool1 ranges=192.168.1.2-192.168.1.254
/ppp profile
add bridge=bridge1 local-address=192.168.1.1 name=profile1 remote-address=\
    pool1
/routing bgp instance
set default as=46047
/interface l2tp-server server
set enabled=yes
/ip address
add address=10.255.0.1/30 interface=bridge1 network=10.255.0.0
add address=10.1.1.2/25 comment="assumed: implied by the client's FO peer" \
    interface=sfp1 network=10.1.1.0
/ppp secret
add name=test1 password=test1 profile=profile1 service=l2tp
/routing bgp peer
add keepalive-time=10s name="Peer link FO" remote-address=10.1.1.71 \
    remote-as=64516
add keepalive-time=10s name="Peer link LTE" remote-address=10.255.0.2 \
    remote-as=64516
/system identity
set name=server
