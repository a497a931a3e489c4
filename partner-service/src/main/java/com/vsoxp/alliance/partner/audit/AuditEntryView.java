package com.vsoxp.alliance.partner.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change as auditors see it. */
@Schema(name = "AuditEntry", description = "A change to a partner's records: who made it, when, and by which request.")
record AuditEntryView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(description = "What happened.", examples = "ENROLLMENT_SUSPENDED")
        String action,

        @NotNull
        @Schema(
                description = "What it happened to: the partner, its enrollment, a sale, ...",
                examples = "019abf10-0000-7000-8000-00000000e001")
        UUID subjectId,

        @NotNull
        @Schema(
                description = "The subject of the caller's token; `evaluation` when the evaluation of the requirements "
                        + "moved it, `partner-service` when a time had come.",
                examples = "manager-7")
        String actor,

        @Schema(description = "The system that called; null if its token does not say.", examples = "salesforce")
        String client,

        @NotNull @Schema(description = "The caller's roles; none if nobody called.", examples = "[\"program-manager\"]")
        List<String> roles,

        @Schema(description = "The request's `X-Request-Id`; null if nobody called.", examples = "5b1f7c0e")
        String requestId,

        @Schema(
                description = "The trace it belongs to (W3C Trace Context).",
                examples = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
        String traceparent,

        @NotNull @Schema(examples = "2026-03-02T10:15:01Z") Instant at,

        @NotNull
        @Schema(
                description = "What else there is to know of the change; for a changed profile `changes`, each field "
                        + "with its value `from` and `to`. Nothing in it is about a person.",
                examples = "{\"reason\": \"Unpaid invoices\"}")
        Map<String, Object> details) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.id,
                entry.partnerId,
                entry.action,
                entry.subjectId,
                entry.actor,
                entry.client,
                entry.roles,
                entry.requestId,
                entry.traceparent,
                entry.at,
                entry.details);
    }
}
