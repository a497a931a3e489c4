package com.vsoxp.alliance.partner.webhook.delivery;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent again: exactly one of a delivery, an event and a stretch of time. */
@Schema(description = "What is to be sent again: exactly one of `deliveryId`, `eventId` and `since`.")
record RedeliveryRequest(
        UUID deliveryId,

        UUID eventId,

        @Schema(description = "All that was last sent then or later.", examples = "2026-03-02T09:30:00Z")
        Instant since,

        @Schema(
                description = "With `since`: but nothing that was last sent then or later.",
                examples = "2026-03-02T10:00:00Z")
        Instant until) {

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule */
    void check() {
        long given =
                Stream.of(deliveryId, eventId, since).filter(Objects::nonNull).count();
        new BrokenRules()
                .when(given != 1, "", "EXACTLY_ONE", "exactly one of deliveryId, eventId and since must be given.")
                .when(until != null && since == null, "/until", "WITHOUT_SINCE", "needs since.")
                .when(
                        until != null && since != null && !until.isAfter(since),
                        "/until",
                        "BEFORE_SINCE",
                        "must be after since.")
                .refuse();
    }
}
