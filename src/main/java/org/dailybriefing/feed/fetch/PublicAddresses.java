package org.dailybriefing.feed.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves names to public addresses only, so that no feed can make the program reach into its operator's network. The
 * connection is made to the very address that was checked; a second DNS answer has no say.
 */
final class PublicAddresses implements Dns {

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new UnknownHostException(
                        host + " is a private address; briefing.fetch.allow-private-addresses=true allows it");
            }
        }
        return addresses;
    }

    /** By the IANA special-purpose registries; IPv6 forms that carry an IPv4 address are refused whole. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && (second & 0xc0) == 64)
                    && !(first == 192 && second == 0 && b[2] == 0)
                    && !(first == 198 && (second & 0xfe) == 18);
        }
        // only 2000::/3 is global unicast: that leaves out ::/96, 64:ff9b::/96 (NAT64), fc00::/7
        boolean global = (first & 0xe0) == 0x20;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && b[2] == 0 && b[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
