package com.vsoxp.alliance.partner.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of IP addresses. */
public final class Network {

    private final String text;
    private final byte[] first;
    private final int prefix;

    private Network(String text, byte[] first, int prefix) {
        this.text = text;
        this.first = first;
        this.prefix = prefix;
    }

    /**
     * The block that this text names.
     *
     * @param cidr an address and how many of its leading bits all of the block share, such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Network valueOf(String cidr) {
        String[] parts = cidr.strip().split("/");
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F.:]+") || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException(cidr + " is no network such as 10.0.0.0/8");
        }
        byte[] first = addressOf(parts[0]);
        int prefix = Integer.parseInt(parts[1]);
        if (prefix > first.length * Byte.SIZE) {
            throw new IllegalArgumentException(cidr + " shares more bits than an address has");
        }
        return new Network(cidr.strip(), first, prefix);
    }

    /** Whether the address is in the block. */
    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != first.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int mask = 0xff00 >> prefix % Byte.SIZE & 0xff;
        return Arrays.equals(bytes, 0, whole, first, 0, whole)
                && (mask == 0 || (bytes[whole] & mask) == (first[whole] & mask));
    }

    @Override
    public String toString() {
        return text;
    }

    private static byte[] addressOf(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal + " is no address", e);
        }
    }
}
