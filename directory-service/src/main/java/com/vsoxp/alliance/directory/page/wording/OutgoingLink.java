package com.vsoxp.alliance.directory.page.wording;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link that a partner has set.
 *
 * @param href of the web, and of nothing else that browsers would follow
 * @param text what a visitor reads: where it leads, in short
 */
public record OutgoingLink(String href, String text) {

    private static final Pattern WEB = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"'?&%]+@[^\\s@<>\"'?&%]+");
    private static final Pattern NOT_DIALED = Pattern.compile("[^+\\d]");

    /** Empty for what is no address on the web, such as {@code javascript:}. */
    public static Optional<OutgoingLink> web(String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address.strip());
            return uri.getScheme() != null && WEB.matcher(uri.getScheme()).matches() && uri.getHost() != null
                    ? Optional.of(new OutgoingLink(uri.toASCIIString(), shortHost(uri)))
                    : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Empty for what is no e-mail address. */
    public static Optional<OutgoingLink> mail(String address) {
        return Optional.ofNullable(address)
                .map(String::strip)
                .filter(text -> MAIL.matcher(text).matches())
                .map(text -> new OutgoingLink("mailto:" + text, text));
    }

    /** Empty for what has no digit. */
    public static Optional<OutgoingLink> phone(String number) {
        return Optional.ofNullable(number)
                .map(text -> new OutgoingLink("tel:" + NOT_DIALED.matcher(text).replaceAll(""), Wording.plain(text)))
                .filter(link -> link.href.matches("tel:\\+?\\d+"));
    }

    private static String shortHost(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
