package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Removes a webhook with all that waits for it, and its log. */
@UseCase
public class DeleteWebhook {

    private final NoteInAudit audit;

    DeleteWebhook(NoteInAudit audit) {
        this.audit = audit;
    }

    /**
     * Removes a webhook.
     *
     * @param precondition looks at the webhook as it is, locked, and throws if the caller must not remove that
     */
    @Transactional
    public void delete(UUID id, Consumer<Webhook> precondition) {
        Webhook webhook = Webhook.lock(id);
        precondition.accept(webhook);
        webhook.delete();
        audit.note(webhook.partnerId, "WEBHOOK_DELETED", id, Map.of());
    }
}
