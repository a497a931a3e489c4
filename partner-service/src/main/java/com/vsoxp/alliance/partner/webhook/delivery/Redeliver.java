package com.vsoxp.alliance.partner.webhook.delivery;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.webhook.Webhook;
import com.vsoxp.alliance.partner.webhook.WebhookStatus;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has events sent again, whatever became of them before. */
@UseCase
public class Redeliver {

    private static final int MOST = 1_000;

    private static final String SEND_AGAIN = """
            update webhook_delivery
            set status = 'PENDING', attempts = 0, first_attempt_at = null, next_attempt_at = :now, completed_at = null
            where id = any(:ids)""";

    private final EntityManager database;
    private final NoteInAudit audit;
    private final Clock clock;

    Redeliver(EntityManager database, NoteInAudit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends again what is asked for.
     *
     * @return how many deliveries that are
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for a delivery or event that was never due to this
     *     webhook, 409 if it is disabled, 422 for more than 1,000
     */
    @Transactional
    public int redeliver(UUID webhookId, RedeliveryRequest request) {
        Webhook webhook = Webhook.lock(webhookId);
        if (webhook.status == WebhookStatus.DISABLED) {
            throw Problems.conflict("DISABLED", "The webhook is disabled. Enable it first.");
        }
        UUID[] ids = wanted(webhookId, request).stream().map(each -> each.id).toArray(UUID[]::new);
        if (ids.length > MOST) {
            throw Problems.rule(
                    "/since", "TOO_MANY", "At most " + MOST + " at a time: name a shorter stretch with until.");
        }
        database.createNativeQuery(SEND_AGAIN)
                .setParameter("now", clock.instant())
                .setParameter("ids", ids)
                .executeUpdate();
        audit.note(webhook.partnerId, "WEBHOOK_REDELIVERED", webhookId, Map.of("deliveries", ids.length));
        return ids.length;
    }

    private static List<Delivery> wanted(UUID webhookId, RedeliveryRequest request) {
        if (request.since() != null) {
            Instant until = request.until() == null ? Instant.parse("9999-01-01T00:00:00Z") : request.until();
            return Delivery.<Delivery>find(
                            "webhookId = ?1 and lastAttemptAt >= ?2 and lastAttemptAt < ?3 order by lastAttemptAt",
                            webhookId,
                            request.since(),
                            until)
                    .range(0, MOST)
                    .list();
        }
        List<Delivery> one = request.deliveryId() == null
                ? Delivery.list("webhookId = ?1 and eventId = ?2", webhookId, request.eventId())
                : Delivery.list("webhookId = ?1 and id = ?2", webhookId, request.deliveryId());
        if (one.isEmpty()) {
            throw request.deliveryId() == null
                    ? Problems.notFound("delivery of the event", request.eventId())
                    : Problems.notFound("delivery", request.deliveryId());
        }
        return one;
    }
}
