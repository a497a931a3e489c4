package com.vsoxp.alliance.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that a request goes by in answers and logs: the caller's own if it is fit to print, else a fresh one. */
public final class RequestIds {

    /** The header that brings and returns it. */
    public static final String HEADER = "X-Request-Id";

    /** Its key in the log context. */
    public static final String LOG_KEY = "requestId";

    // Printable, without blanks or quotes, so that it can forge neither a log line nor a header.
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    private RequestIds() {}

    /** The id of this request. */
    public static String of(RoutingContext request) {
        return request.get(LOG_KEY);
    }

    /** What a request that offers this id goes by. */
    public static String accept(String offered) {
        return offered != null && PRINTABLE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
