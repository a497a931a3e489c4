package com.vsoxp.alliance.benefits.logo;

/** Texts as they may stand in XML and HTML. */
final class Markup {

    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** The text as content or as a quoted attribute; what no XML document may hold is replaced. */
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(character) ? character : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** At most so many characters, the last of them an ellipsis if there were more. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** XML 1.0, 2.2. */
    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
