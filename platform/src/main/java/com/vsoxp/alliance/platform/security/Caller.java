package com.vsoxp.alliance.platform.security;

import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Caller {

    private static final String PARTNER_ID = "partner_id";

    @Inject
    SecurityIdentity identity;

    @Inject
    Instance<PartnerNames> names;

    /** The token's subject; {@code anonymous} without a token. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** The system that the token was issued to, if the issuer says ({@code azp} or {@code client_id}). */
    public Optional<String> client() {
        return TokenClient.of(identity);
    }

    /** Whether the caller is a partner and nothing more, so that it may see and touch only itself. */
    public boolean isPartnerOnly() {
        return identity.hasRole(Roles.PARTNER)
                && !identity.hasRole(Roles.CRM)
                && !identity.hasRole(Roles.PROGRAM_MANAGER)
                && !identity.hasRole(Roles.AUDITOR);
    }

    /** The partner the token speaks for, by its id now; empty when it names none, or names it badly. */
    public Optional<UUID> partnerId() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(PARTNER_ID) instanceof Object id) {
            return asUuid(id.toString())
                    .map(named -> names.isUnsatisfied() ? named : names.get().now(named));
        }
        return Optional.empty();
    }

    /**
     * Lets everyone pass who is not a partner alone, and a partner to its own record.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for a foreign partner, as if there were none
     */
    public void mustOwn(UUID partnerId) {
        if (isPartnerOnly() && !partnerId().equals(Optional.of(partnerId))) {
            throw Problems.notFound("partner", partnerId);
        }
    }

    private static Optional<UUID> asUuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
