package io.retake.engine.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Distinguishes addresses of the public internet from local ones: fetching from a local one for a client would
 * let it look into this machine or its network (server-side request forgery).
 */
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    /** The special blocks of RFC 6890 that {@link InetAddress} doesn't know. */
    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        boolean thisNetwork = first == 0;
        boolean carrierGradeNat = first == 100 && second >= 64 && second <= 127;
        boolean protocolAssignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relays = first == 192 && second == 88 && third == 99;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        boolean reserved = first >= 240;
        return !(thisNetwork || carrierGradeNat || protocolAssignments || relays || benchmarks || examples || reserved);
    }

    /**
     * Only global unicast, 2000::/3, without the blocks in it that carry an IPv4 address or are for documents: those
     * could lead back to a private one. (Unique local, mapped and translated addresses are outside 2000::/3.)
     */
    private static boolean isPublic6(byte[] b) {
        boolean globalUnicast = (b[0] & 0xe0) == 0x20;
        int head = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int next = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        boolean sixToFour = head == 0x2002;
        boolean ietf = head == 0x2001 && next < 0x0200;
        boolean documentation = (head == 0x2001 && next == 0x0db8) || (head == 0x3fff && (next & 0xf000) == 0);
        return globalUnicast && !sixToFour && !ietf && !documentation;
    }
}
