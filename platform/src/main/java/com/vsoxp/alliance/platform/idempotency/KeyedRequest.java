package com.vsoxp.alliance.platform.idempotency;

import java.util.Arrays;

/**
 * A request that brought an Idempotency-Key.
 *
 * @param id whose key it is
 * @param fingerprint SHA-256 of method, path and body
 */
public record KeyedRequest(FirstAnswer.Id id, byte[] fingerprint) {

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedRequest that && id.equals(that.id) && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
