package com.vsoxp.alliance.platform.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service that would trust nobody: better than one that answers every caller with 401. */
@ApplicationScoped
class TrustedIssuer {

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    Optional<String> issuer;

    @ConfigProperty(name = "quarkus.oidc.public-key")
    Optional<String> publicKey;

    void mustBeKnown(@Observes StartupEvent start) {
        if (issuer.isEmpty() && publicKey.isEmpty()) {
            throw new ConfigurationException("Whose tokens are to be trusted? Set QUARKUS_OIDC_AUTH_SERVER_URL to the "
                    + "OIDC issuer, or QUARKUS_OIDC_PUBLIC_KEY to its RSA public key as one line of base64.");
        }
    }
}
