package com.vsoxp.alliance.partner.sale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Names the system that calls: order numbers are its own. */
@RequestScoped
public class CallingSystem {

    @Inject
    JsonWebToken token;

    /** The client that the token was issued to; the subject, for an issuer that does not say. */
    public String name() {
        return Stream.of("azp", "client_id")
                .<String>map(token::getClaim)
                .filter(client -> client != null && !client.isBlank())
                .findFirst()
                .orElseGet(token::getSubject);
    }
}
