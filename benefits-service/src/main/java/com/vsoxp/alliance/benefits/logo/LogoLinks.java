package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the world finds what there is to a token. */
@ApplicationScoped
class LogoLinks {

    @Inject
    Signatures signatures;

    String verification(String token) {
        return signatures.issuer() + "/v1/logo-grants/" + token;
    }

    String badge(String token) {
        return verification(token) + "/badge.svg";
    }

    String credential(String token) {
        return verification(token) + "/credential";
    }
}
