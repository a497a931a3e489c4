package com.vsoxp.alliance.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Notes which system a token was issued to, once for each token: claims without a name of their own are looked up by way of
 * an exception, which would be a good part of a small request.
 */
@ApplicationScoped
class TokenClient implements SecurityIdentityAugmentor {

    private static final String ATTRIBUTE = "alliance.client";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(claimed(identity).map(client -> with(identity, client)).orElse(identity));
    }

    /** The system that the caller's token was issued to, if its issuer says. */
    static Optional<String> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    private static Optional<String> claimed(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Stream.of("azp", "client_id")
                        .<String>map(token::getClaim)
                        .filter(client -> client != null && !client.isBlank())
                        .findFirst()
                : Optional.empty();
    }

    private static SecurityIdentity with(SecurityIdentity identity, String client) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(ATTRIBUTE, client)
                .build();
    }
}
