package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.partner.evidence.listing.Sighting.Kind;
import com.vsoxp.alliance.partner.outbound.GuardedHttp;
import com.vsoxp.alliance.partner.outbound.Outcome.NoAnswer;
import com.vsoxp.alliance.partner.outbound.Outcome.NotTried;
import com.vsoxp.alliance.partner.outbound.Outcome.Refused;
import com.vsoxp.alliance.partner.outbound.Outcome.Reply;
import com.vsoxp.alliance.partner.outbound.Outcome.TimedOut;
import com.vsoxp.alliance.partner.outbound.Outcome.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Fetches a page as any visitor would, and looks for a link to the vendor in its HTML. Scripts are not run. */
@ApplicationScoped
public class LookForListing {

    private final GuardedHttp http;
    private final String vendor;

    LookForListing(GuardedHttp http, ListingConfig config) {
        this.http = http;
        this.vendor = config.vendorHost().toLowerCase(Locale.ROOT);
    }

    /** What is there now; empty if there was no turn to look. */
    Optional<Sighting> at(String url) {
        return switch (http.get(URI.create(url))) {
            case Reply reply -> Optional.of(in(reply));
            case NotTried _ -> Optional.empty();
            case Refused refused -> Optional.of(nothing(Kind.REFUSED, refused));
            case Unreachable unreachable -> Optional.of(nothing(Kind.UNREACHABLE, unreachable));
            case TimedOut late -> Optional.of(nothing(Kind.UNREACHABLE, late));
        };
    }

    private static Sighting nothing(Kind kind, NoAnswer why) {
        return new Sighting(kind, null, null, why.reason());
    }

    private Sighting in(Reply reply) {
        if (reply.status() != 200) {
            return of(reply, Kind.NO_PAGE, "The server answered with status " + reply.status() + ".");
        }
        if (!isHtml(reply)) {
            return of(reply, Kind.NO_PAGE, "What is there is no HTML page.");
        }
        if (parsed(reply).select("a[href]").stream().anyMatch(link -> leadsToVendor(link.absUrl("href")))) {
            return of(reply, Kind.FOUND, "The page links to " + vendor + ".");
        }
        return of(reply, Kind.NO_LINK, "The page holds no link to " + vendor + ".");
    }

    private static Sighting of(Reply reply, Kind kind, String reason) {
        return new Sighting(kind, reply.status(), reply.from(), reason);
    }

    private static boolean isHtml(Reply reply) {
        String type = reply.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    /** Links are plain ASCII in nearly every page: its charset, where it is not told, is guessed from the page itself. */
    private static Document parsed(Reply reply) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(reply.body()), null, reply.from().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    private boolean leadsToVendor(String url) {
        try {
            String host = URI.create(url).getHost();
            String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return name.equals(vendor) || name.endsWith("." + vendor);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
