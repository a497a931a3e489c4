package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A batch of locked partners about which decisions are made together.
 *
 * @param succession the published versions of the program
 * @param now when the round began
 * @param standings by partner; a partner about which nothing was decided yet is absent
 * @param standNowhere partners whose standing is over
 * @param events what is to be told of the decisions so far
 */
record Round(
        Succession succession,
        Instant now,
        LocalDate today,
        List<PartnerRow> partners,
        Map<UUID, StandingRow> standings,
        List<UUID> standNowhere,
        List<NewEvent> events) {

    Round(
            Succession succession,
            Instant now,
            LocalDate today,
            List<PartnerRow> partners,
            Map<UUID, StandingRow> standings) {
        this(succession, now, today, partners, standings, new ArrayList<>(), new ArrayList<>());
    }

    List<PartnerRow> enrolled() {
        return which(partner -> partner.openEnrollment().isPresent());
    }

    List<PartnerRow> notEnrolled() {
        return which(partner -> partner.openEnrollment().isEmpty());
    }

    /** Those about which time alone moved something, or a version was published since, and nobody has looked yet. */
    List<PartnerRow> due() {
        return which(partner -> partner.openEnrollment().isPresent() && isDue(standings.get(partner.id)));
    }

    private boolean isDue(StandingRow row) {
        return row != null
                && (row.isDue(today)
                        || row.programsKnown < succession.versions().size());
    }

    private List<PartnerRow> which(Predicate<PartnerRow> fits) {
        return partners.stream().filter(fits).toList();
    }
}
