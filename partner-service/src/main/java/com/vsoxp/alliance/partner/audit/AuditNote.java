package com.vsoxp.alliance.partner.audit;

import java.util.Map;
import java.util.UUID;

/**
 * A change that is to go into the audit.
 *
 * @param partnerId whose records changed; null if they are no partner's
 * @param action what happened, in the form {@code DEAL_APPROVED}
 * @param subjectId what it happened to
 * @param details what else there is to know, never about a person; what is null is left out
 * @param actor who did it
 */
public record AuditNote(UUID partnerId, String action, UUID subjectId, Map<String, ?> details, AuditActor actor) {}
