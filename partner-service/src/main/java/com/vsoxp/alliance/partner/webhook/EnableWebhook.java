package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Has events sent again to a webhook that was disabled, from where it stopped. */
@UseCase
public class EnableWebhook {

    // Of what has failed, only what failed while nothing at all came through: the address was to blame for that.
    private static final String SEND_WHAT_WAITS = """
            update webhook_delivery d
            set status = 'PENDING', attempts = 0, first_attempt_at = null, next_attempt_at = :now, completed_at = null
            from webhook_progress p
            where p.webhook_id = :id and d.webhook_id = :id
              and (d.status = 'PENDING' or d.status = 'FAILED' and d.completed_at >= p.failing_since)""";

    private static final String FORGIVE = "update webhook_progress set failing_since = null where webhook_id = :id";

    private final EntityManager database;
    private final NoteInAudit audit;
    private final Clock clock;

    EnableWebhook(EntityManager database, NoteInAudit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enables a webhook.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown webhook, 409 for an active one
     */
    @Transactional
    public Webhook enable(UUID id) {
        Webhook webhook = Webhook.lock(id);
        if (webhook.status == WebhookStatus.ACTIVE) {
            throw Problems.conflict("ACTIVE", "The webhook is active.");
        }
        webhook.status = WebhookStatus.ACTIVE;
        webhook.disabledReason = null;
        webhook.disabledAt = null;
        webhook.flush();
        database.createNativeQuery(SEND_WHAT_WAITS)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .executeUpdate();
        database.createNativeQuery(FORGIVE).setParameter("id", id).executeUpdate();
        audit.note(webhook.partnerId, "WEBHOOK_ENABLED", id, Map.of());
        return webhook;
    }
}
