package com.vsoxp.alliance.benefits.logo;

import static com.vsoxp.alliance.benefits.logo.Markup.escape;

/** The badge that partners show on their pages: an SVG of 260 by 72, without script, style or anything fetched. */
final class Badge {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_HEADLINE = 24;

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" width="260" height="72" viewBox="0 0 260 72" role="img" \
            aria-labelledby="title">
              <title id="title">%s</title>
              <rect width="260" height="72" rx="8" fill="%s"/>
              <rect x="1" y="1" width="258" height="70" rx="7" fill="none" stroke="#ffffff" stroke-opacity="0.5"/>
              <g fill="#ffffff" font-family="Helvetica, Arial, sans-serif">
                <text x="16" y="24" font-size="12" letter-spacing="1">VSO-XP ALLIANCE</text>
                <text x="16" y="45" font-size="17" font-weight="bold">%s</text>
                <text x="16" y="62" font-size="11">%s</text>
              </g>
            </svg>
            """;

    private Badge() {}

    static String of(LogoStanding standing) {
        return SVG.formatted(
                escape(standing.sentence()),
                color(standing.status()),
                escape(Markup.shortened(headline(standing), LONGEST_HEADLINE)),
                escape(Markup.shortened(standing.partner(), LONGEST_NAME)));
    }

    private static String headline(LogoStanding standing) {
        return switch (standing.status()) {
            case VALID -> standing.tierInWords().orElseThrow() + " Partner";
            case SUSPENDED -> "Suspended";
            case REVOKED -> "Not a partner";
        };
    }

    /** Each has a contrast of more than 4.5 to 1 with white. */
    private static String color(LogoStatus status) {
        return switch (status) {
            case VALID -> "#14532d";
            case SUSPENDED -> "#7c2d12";
            case REVOKED -> "#4b5563";
        };
    }
}
