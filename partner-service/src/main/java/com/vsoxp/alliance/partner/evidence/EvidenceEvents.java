package com.vsoxp.alliance.partner.evidence;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.util.UUID;

/** What this service tells of evidence: what counts and when, never whose name it bears. */
public final class EvidenceEvents {

    private record Recorded(UUID partnerId, Fact evidence) {}

    /** Counts from {@code on} to the day before {@code until}, or for good if that is null. */
    private record Fact(UUID id, EvidenceKind kind, LocalDate on, LocalDate until, int quantity, Money money) {}

    private record Withdrawn(UUID partnerId, Withdrawal evidence) {}

    private record Withdrawal(UUID id, EvidenceKind kind, LocalDate withdrawnOn) {}

    private EvidenceEvents() {}

    /** A payment counts from its day. */
    public static NewEvent paid(UUID partnerId, UUID id, LocalDate on, Money money) {
        return recorded(partnerId, new Fact(id, EvidenceKind.FEE_PAYMENT, on, null, 1, money));
    }

    /** Something holds from a day on, and no longer on {@code until} if that is given. */
    public static NewEvent holds(UUID partnerId, UUID id, EvidenceKind kind, LocalDate on, LocalDate until) {
        return recorded(partnerId, new Fact(id, kind, on, until, 1, null));
    }

    /** What was told of no longer counts on that day and after. */
    public static NewEvent withdrawn(UUID partnerId, UUID id, EvidenceKind kind, LocalDate on) {
        return event("alliance.evidence.withdrawn", partnerId, new Withdrawn(partnerId, new Withdrawal(id, kind, on)));
    }

    private static NewEvent recorded(UUID partnerId, Fact fact) {
        return event("alliance.evidence.recorded", partnerId, new Recorded(partnerId, fact));
    }

    private static NewEvent event(String type, UUID partnerId, Object data) {
        return new NewEvent(AllianceTopics.PARTNERS, type, partnerId.toString(), data);
    }
}
