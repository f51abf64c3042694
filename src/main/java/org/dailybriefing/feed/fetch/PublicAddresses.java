package org.dailybriefing.feed.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells the addresses of the internet from those inside a network. */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** By the IANA special-purpose registries; IPv6 forms that carry an IPv4 address are refused whole. */
    public static boolean isPublic(InetAddress address) {
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(b) : isPublic6(b);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> (second & 0xc0) != 64;
            case 169 -> second != 254;
            case 172 -> (second & 0xf0) != 16;
            // 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24 are for documentation
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
            case 198 -> (second & 0xfe) != 18 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        // only 2000::/3 is global unicast: that leaves out ::/96, 64:ff9b::/96 (NAT64), fc00::/7, fe80::/10, ff00::/8
        boolean global = (first & 0xe000) == 0x2000;
        boolean sixToFour = first == 0x2002;
        // 2001::/23 is for protocols, Teredo among them
        boolean protocol = first == 0x2001 && second < 0x200;
        boolean documentation = first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
        return global && !sixToFour && !protocol && !documentation;
    }
}
