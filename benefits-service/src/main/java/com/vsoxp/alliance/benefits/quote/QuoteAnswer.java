package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.KeyedRequest;

/**
 * What is answered to the request for a quote, then and whenever it comes again.
 *
 * @param location where the quote is
 * @param body the quote as JSON
 */
public record QuoteAnswer(Quote quote, String location, byte[] body) {

    /** The version of what never changes. */
    static final String ETAG = ETags.ofVersion(0);

    private static final int CREATED = 201;

    FirstAnswer to(KeyedRequest keyed) {
        return FirstAnswer.to(keyed, CREATED, location, ETAG, body, quote.issuedAt);
    }
}
