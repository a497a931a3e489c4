package com.vsoxp.alliance.partner.constraint;

import java.nio.charset.StandardCharsets;

/** The body of a request that may be left out. */
public final class OptionalBody {

    private OptionalBody() {}

    /** Whether there is none. Generated clients send JSON's null for a body that their caller left out. */
    public static boolean isAbsent(byte[] body) {
        return body == null
                || body.length == 0
                || new String(body, StandardCharsets.UTF_8).strip().equals("null");
    }
}
