package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.webhook.signature.SecretBox;
import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Registers an address to which events are sent from now on. */
@UseCase
public class RegisterWebhook {

    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(168951534, hashtext(:owner))";

    private static final String BEGIN_NOW = """
            insert into webhook_progress (webhook_id, position)
            select :id, greatest(purged_through, (select max(position) from event_feed)) from event_feed_state""";

    private final EntityManager database;
    private final SecretBox box;
    private final WebhooksConfig config;
    private final NoteInAudit audit;
    private final Clock clock;

    RegisterWebhook(EntityManager database, SecretBox box, WebhooksConfig config, NoteInAudit audit, Clock clock) {
        this.database = database;
        this.box = box;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers a webhook.
     *
     * @param secret what its deliveries are signed with
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if the system has as many as it may have
     */
    @Transactional
    public Webhook register(String owner, WebhookRequest request, SigningSecret secret) {
        database.createNativeQuery(ONE_AT_A_TIME).setParameter("owner", owner).getSingleResult();
        if (Webhook.count("owner", owner) >= config.mostPerOwner()) {
            throw Problems.conflict("TOO_MANY_WEBHOOKS", "A system may have " + config.mostPerOwner() + " webhooks.");
        }
        Webhook webhook = new Webhook();
        webhook.id = Ids.next();
        webhook.owner = owner;
        webhook.url = request.url();
        webhook.types = request.types();
        webhook.partnerId = request.partnerId();
        webhook.description = request.description();
        webhook.status = WebhookStatus.ACTIVE;
        webhook.secret = box.seal(webhook.id, secret);
        webhook.createdAt = clock.instant();
        webhook.persistAndFlush();
        database.createNativeQuery(BEGIN_NOW).setParameter("id", webhook.id).executeUpdate();
        audit.note(webhook.partnerId, "WEBHOOK_REGISTERED", webhook.id, Map.of("types", webhook.types));
        return webhook;
    }
}
