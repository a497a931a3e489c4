package com.vsoxp.alliance.directory.cache.hot;

import com.vsoxp.alliance.platform.http.RequestIds;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * What a caller is sent of an answer in memory.
 *
 * @param has whether the caller has it already, which is all it is told then
 * @param isDated whether the answer's date may be told now
 * @param id the request's, offered or fresh
 */
record HotReply(boolean has, boolean takesGzip, boolean isDated, String id) {

    static final CharSequence ID = HttpHeaders.createOptimized(RequestIds.HEADER);

    private static final int LONGEST_KEY = 1_024;

    /** What answers differ by; null if it would be too long to be kept. Links name the host that was asked, so hosts have their own. */
    static String key(String scheme, Object authority, String accept, String uri) {
        var key = scheme + ' ' + authority + ' ' + accept + ' ' + uri;
        return key.length() > LONGEST_KEY ? null : key;
    }

    /** @param asked a header of the request by its name, null without it */
    static HotReply to(Function<CharSequence, String> asked, HotAnswer answer, Instant now) {
        var isDated = answer.isDated(now);
        return new HotReply(
                Conditions.hasIt(
                        asked.apply(HttpHeaders.IF_NONE_MATCH),
                        asked.apply(HttpHeaders.IF_MODIFIED_SINCE),
                        answer,
                        isDated),
                Conditions.takesGzip(asked.apply(HttpHeaders.ACCEPT_ENCODING)),
                isDated,
                id(asked.apply(ID)));
    }

    /** Nobody has to be kept from guessing it, and real randomness is dear. */
    private static String id(String offered) {
        if (offered != null) {
            return RequestIds.accept(offered);
        }
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
