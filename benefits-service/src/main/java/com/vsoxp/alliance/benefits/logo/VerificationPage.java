package com.vsoxp.alliance.benefits.logo;

import static com.vsoxp.alliance.benefits.logo.Markup.escape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page a person reads who follows a badge: whole without script, and with no style but its own. */
final class VerificationPage {

    private static final String STYLE =
            "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1f2937;"
                    + "background:#fff}dt{font-weight:bold}dd{margin:0 0 .75rem}bdi{overflow-wrap:anywhere}a{color:#1d4ed8}";

    /** Nothing is loaded but the badge, and nothing runs; the style is let in by its hash. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; img-src 'self'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(sha256(STYLE));

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>%2$s</style>
            </head>
            <body>
            <main>
            <h1>VSO-XP Alliance: verification</h1>
            <p><strong>%3$s</strong></p>
            %4$s
            </main>
            </body>
            </html>
            """;

    private static final String WHAT_STANDS = """
            <p><img src="%1$s/badge.svg" width="260" height="72" alt="The badge as it looks now"></p>
            <dl>
            <dt>Partner</dt><dd><bdi>%2$s</bdi></dd>
            <dt>Tier</dt><dd>%3$s</dd>
            <dt>Right to use the logo</dt><dd>%4$s</dd>
            </dl>
            %5$s""";

    private static final int LONGEST_TOKEN = 40;

    private VerificationPage() {}

    static String of(LogoStanding standing) {
        var path = "/v1/logo-grants/" + standing.token();
        var whatStands = WHAT_STANDS.formatted(
                path,
                escape(standing.partner().isEmpty() ? "not known yet" : standing.partner()),
                escape(
                        standing.status() == LogoStatus.REVOKED
                                ? "none"
                                : standing.tierInWords().orElse("none")),
                inWords(standing),
                standing.status() == LogoStatus.VALID
                        ? "<p><a href=\"" + path + "/credential\" type=\"text/plain\">Open Badges credential</a></p>"
                        : "");
        return page(standing.status() + ": " + standing.partner(), standing.sentence(), whatStands);
    }

    /** For who follows an address that leads to no grant: a badge that was made up, or an address that was cut short. */
    static String ofUnknown(String token) {
        return page(
                "UNKNOWN",
                "Nobody was granted the logo by this address.",
                "<p>It names the grant <bdi>" + escape(Markup.shortened(token, LONGEST_TOKEN))
                        + "</bdi>, which does not exist. Whoever shows a badge that leads here may not be a partner.</p>");
    }

    private static String page(String title, String sentence, String markup) {
        return PAGE.formatted(escape(title), STYLE, escape(sentence), markup);
    }

    private static String inWords(LogoStanding standing) {
        return switch (standing.status()) {
            case VALID -> "valid since <time>" + standing.since() + "</time>";
            case SUSPENDED -> "suspended";
            case REVOKED -> "revoked";
        };
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
