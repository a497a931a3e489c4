package com.vsoxp.alliance.platform.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strong entity tags (RFC 9110, 8.8.3), quotes included. */
public final class ETags {

    private static final Pattern ONE = Pattern.compile("(W/)?(\"[^\"]*\")");
    private static final String ANY = "*";

    private ETags() {}

    /** The tag of a resource that counts its versions. */
    public static String ofVersion(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of these very bytes. */
    public static String ofContent(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 22) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Whether an If-Match header lets a change of {@code current} pass: weak tags never match (RFC 9110, 13.1.1). */
    static boolean matchesStrongly(String header, String current) {
        return matches(header, current, false);
    }

    /** Whether an If-None-Match header names {@code current}, be it weakly (RFC 9110, 13.1.2). */
    public static boolean matchesWeakly(String header, String current) {
        return matches(header, current, true);
    }

    private static boolean matches(String header, String current, boolean weakCounts) {
        if (header.strip().equals(ANY)) {
            return true;
        }
        Matcher tag = ONE.matcher(header);
        while (tag.find()) {
            if (tag.group(2).equals(current) && (weakCounts || tag.group(1) == null)) {
                return true;
            }
        }
        return false;
    }
}
