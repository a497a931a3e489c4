package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.webhook.signature.SecretBox;
import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Gives a webhook a new secret. For a while both sign, so that the receiver can change over when it likes. */
@UseCase
public class RotateSecret {

    private final SecretBox box;
    private final WebhooksConfig config;
    private final NoteInAudit audit;
    private final Clock clock;

    RotateSecret(SecretBox box, WebhooksConfig config, NoteInAudit audit, Clock clock) {
        this.box = box;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces the secret. The one before the last signs no more. */
    @Transactional
    public Webhook rotate(UUID id, SigningSecret secret) {
        Webhook webhook = Webhook.lock(id);
        webhook.previousSecret = webhook.secret;
        webhook.previousSecretUntil = clock.instant().plus(config.oldSecretSigns());
        webhook.secret = box.seal(id, secret);
        webhook.flush();
        audit.note(webhook.partnerId, "WEBHOOK_SECRET_REPLACED", id, Map.of());
        return webhook;
    }
}
