package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.platform.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Names the system that calls: order numbers are its own. */
@RequestScoped
public class CallingSystem {

    @Inject
    Caller caller;

    /** The client that the token was issued to; the subject, for an issuer that does not say. */
    public String name() {
        return caller.client().orElseGet(caller::name);
    }
}
