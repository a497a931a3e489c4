package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.sale.CallingSystem;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Says whose webhooks the caller may know of: a CRM its own, program managers and auditors all. */
@RequestScoped
public class WebhookAccess {

    private final CallingSystem system;
    private final SecurityIdentity identity;

    WebhookAccess(CallingSystem system, SecurityIdentity identity) {
        this.system = system;
        this.identity = identity;
    }

    /** The system that calls. */
    String owner() {
        return system.name();
    }

    /** Whose webhooks are in the caller's list; null for everybody's. */
    String ownerSeen() {
        return seesAll() ? null : owner();
    }

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for a foreign webhook, as if there were none */
    public void mustSee(UUID id) {
        if (!seesAll() && !Webhook.require(id).owner.equals(owner())) {
            throw Problems.notFound("webhook", id);
        }
    }

    private boolean seesAll() {
        return identity.hasRole(Roles.PROGRAM_MANAGER) || identity.hasRole(Roles.AUDITOR);
    }
}
