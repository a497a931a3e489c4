package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.WebUrl;
import com.vsoxp.alliance.partner.feed.EventTypes;
import com.vsoxp.alliance.partner.partner.Partner;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a webhook. */
@Schema(description = "Where events are to be sent, and which.")
record WebhookRequest(
        @NotNull
        @WebUrl
        @Schema(
                description =
                        "Takes the events by POST. An https address on the public internet; no redirect is followed.",
                examples = "https://crm.example.com/hooks/alliance")
        String url,

        @Size(max = 50)
        @Schema(
                description = "Only events of these types; all if there are none.",
                examples = "[\"alliance.enrollment.changed\", \"alliance.entitlements.changed\"]")
        List<@NotNull String> types,

        @Schema(description = "Only events about this partner.")
        UUID partnerId,

        @Line @Size(max = 200) @Schema(examples = "Tier changes into the CRM")
        String description) {

    WebhookRequest {
        types = types == null ? List.of() : types.stream().distinct().toList();
    }

    /** Notes what no single field shows. */
    BrokenRules check(boolean plainHttp) {
        BrokenRules rules = new BrokenRules()
                .when(
                        !plainHttp && !url.toLowerCase(Locale.ROOT).startsWith("https:"),
                        "/url",
                        "HTTPS_NEEDED",
                        "must be an https address.")
                .when(
                        partnerId != null && Partner.count("id", partnerId) == 0,
                        "/partnerId",
                        "UNKNOWN_PARTNER",
                        "There is no such partner.");
        EventTypes.unknownAmong(types)
                .forEach(name -> rules.when(
                        true,
                        "/types/" + types.indexOf(name),
                        "UNKNOWN_TYPE",
                        name + " is none of " + EventTypes.all() + "."));
        return rules;
    }
}
