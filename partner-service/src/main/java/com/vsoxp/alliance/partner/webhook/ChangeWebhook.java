package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes where events are sent, or which. What waits to be sent already goes to the new address. */
@UseCase
public class ChangeWebhook {

    private final NoteInAudit audit;

    ChangeWebhook(NoteInAudit audit) {
        this.audit = audit;
    }

    /**
     * Changes a webhook.
     *
     * @param precondition looks at the webhook as it is, locked, and throws if the caller must not change that
     * @param edit makes the new one of what was said of it before
     */
    @Transactional
    public Webhook change(UUID id, Consumer<Webhook> precondition, UnaryOperator<WebhookRequest> edit) {
        Webhook webhook = Webhook.lock(id);
        precondition.accept(webhook);
        WebhookRequest after = edit.apply(webhook.asRequest());
        webhook.url = after.url();
        webhook.types = after.types();
        webhook.partnerId = after.partnerId();
        webhook.description = after.description();
        webhook.flush();
        audit.note(webhook.partnerId, "WEBHOOK_CHANGED", id, Map.of("types", webhook.types));
        return webhook;
    }
}
