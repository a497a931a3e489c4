package com.vsoxp.alliance.partner.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet: all but the special-purpose blocks of IANA's registries (RFC 6890 and
 * those it was updated by). What lies in them is this machine, its neighbours, or nobody.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers, and by a cloud's metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's platform, public by its number alone
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and a cloud's metadata
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // automatic multicast tunneling
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    /** All of IPv6 that is given out; loopback, unique local, link-local and multicast lie outside. */
    private static final Network GLOBAL_UNICAST = Network.valueOf("2000::/3");

    /** Stands for the IPv4 address in its last four bytes (RFC 6052). */
    private static final Network NAT64 = Network.valueOf("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether the address, or the IPv4 address that it stands for, is one of the public internet. */
    static boolean contain(InetAddress address) {
        InetAddress meant = meantBy(address);
        boolean given = meant instanceof Inet4Address || GLOBAL_UNICAST.contains(meant);
        return given && SPECIAL.stream().noneMatch(block -> block.contains(meant));
    }

    /** The IPv4 address behind one that stands for it; every other address as it is. */
    private static InetAddress meantBy(InetAddress address) {
        // Java itself reads ::ffff:10.0.0.1 as 10.0.0.1.
        if (!(address instanceof Inet6Address) || !NAT64.contains(address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static List<Network> networks(String... blocks) {
        return Stream.of(blocks).map(Network::valueOf).toList();
    }
}
