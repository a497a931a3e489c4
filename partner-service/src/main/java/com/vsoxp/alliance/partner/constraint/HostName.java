package com.vsoxp.alliance.partner.constraint;

import java.util.regex.Pattern;

/** What the name of a host on the internet looks like (RFC 1123, section 2.1; lengths of RFC 1035, section 2.3.4). */
final class HostName {

    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(?:" + LABEL + "\\.)*" + LABEL);
    private static final Pattern ALL_DIGITS_AT_THE_END = Pattern.compile("(?:.*\\.)?[0-9]+");

    private HostName() {}

    /** Whether it is a name, be it of one label. */
    static boolean isName(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /** Whether it is a name below a top-level domain, and no IPv4 address. */
    static boolean isQualified(String text) {
        return isName(text)
                && text.indexOf('.') > 0
                && !ALL_DIGITS_AT_THE_END.matcher(text).matches();
    }
}
