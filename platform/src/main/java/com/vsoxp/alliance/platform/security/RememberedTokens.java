package com.vsoxp.alliance.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.vsoxp.alliance.platform.time.RealTime;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Checks a token's signature once a minute and not at every call: a CRM sends the same token thousands of times, and the
 * signature is the dearest part of a small request. A token is never believed for longer than it is valid; one that is refused
 * is not remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final OidcAuthenticationMechanism oidc;
    private final Cache<String, SecurityIdentity> identities;

    RememberedTokens(OidcAuthenticationMechanism oidc, RealTime time) {
        this.oidc = oidc;
        this.identities = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, SecurityIdentity>creating((header, identity) -> validity(identity, time)))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        SecurityIdentity known = header == null ? null : identities.getIfPresent(header);
        return known == null
                ? oidc.authenticate(request, providers).invoke(identity -> remember(header, identity))
                : Uni.createFrom().item(known);
    }

    private void remember(String header, SecurityIdentity identity) {
        if (header != null && identity != null && !identity.isAnonymous()) {
            identities.put(header, identity);
        }
    }

    private static Duration validity(SecurityIdentity identity, RealTime time) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        Duration left = time.until(Instant.ofEpochSecond(token.getExpirationTime()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
