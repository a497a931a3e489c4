package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.outbound.GuardedHttp;
import com.vsoxp.alliance.partner.outbound.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Refuses a webhook whose address would never be asked. Each delivery is checked again: names move. */
@ApplicationScoped
class TargetCheck {

    private final GuardedHttp http;
    private final WebhooksConfig config;

    TargetCheck(GuardedHttp http, WebhooksConfig config) {
        this.http = http;
        this.config = config;
    }

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule */
    void check(WebhookRequest request) {
        BrokenRules rules = request.check(config.plainHttp());
        http.check(URI.create(request.url())).ifPresent(why -> {
            switch (why) {
                case Outcome.Refused refused -> rules.when(true, "/url", "TARGET_REFUSED", refused.reason());
                case Outcome.Unreachable unreachable ->
                    rules.when(true, "/url", "TARGET_UNKNOWN", unreachable.reason());
                case Outcome.TimedOut _, Outcome.NotTried _ -> {
                    // It says nothing against the address; the first delivery will tell.
                }
            }
        });
        rules.refuse();
    }
}
