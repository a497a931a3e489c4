package com.vsoxp.alliance.benefits.support;

import jakarta.enterprise.context.ApplicationScoped;

/** Addresses as they travel on topics, for tests of other packages. */
@ApplicationScoped
public class Digests {

    private final ContactDigestConfig config;

    Digests(ContactDigestConfig config) {
        this.config = config;
    }

    public String of(String email) {
        return EmailDigest.of(email, config.secret());
    }
}
