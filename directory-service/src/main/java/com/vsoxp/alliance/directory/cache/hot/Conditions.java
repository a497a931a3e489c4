package com.vsoxp.alliance.directory.cache.hot;

import com.vsoxp.alliance.platform.http.ETags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a caller has already, and in which forms it takes the rest (RFC 9110, 8.4.1, 12.5.3 and 13). */
public final class Conditions {

    private Conditions() {}

    /** Whether the caller has the answer. A tag outweighs a date, which counts only if it would be told. */
    public static boolean hasIt(String ifNoneMatch, String ifModifiedSince, HotAnswer answer, boolean dateCounts) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.equals(answer.etag())
                    || ifNoneMatch.equals(answer.gzipETag())
                    || ETags.matchesWeakly(ifNoneMatch, answer.etag())
                    || ETags.matchesWeakly(ifNoneMatch, answer.gzipETag());
        }
        return dateCounts
                && ifModifiedSince != null
                && (ifModifiedSince.equals(answer.lastModified()) || isNotOlder(ifModifiedSince, answer.modifiedAt()));
    }

    /** A date that is none is passed over, as the standard asks. */
    private static boolean isNotOlder(String date, Instant modifiedAt) {
        try {
            var known = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !known.isBefore(modifiedAt.truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether gzip is among the accepted encodings and not refused by {@code q=0}. */
    public static boolean takesGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        var at = acceptEncoding.indexOf("gzip");
        if (at < 0) {
            return false;
        }
        var end = acceptEncoding.indexOf(',', at);
        var wish = acceptEncoding
                .substring(at + "gzip".length(), end < 0 ? acceptEncoding.length() : end)
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        return !wish.matches(";q=0(\\.0*)?");
    }
}
