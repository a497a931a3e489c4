package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.LockPartners;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.KeepStandings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Begins rounds of decisions, on the day that it is where the program in force lives. */
@ApplicationScoped
class Rounds {

    private final LockPartners lockPartners;
    private final KeepStandings keepStandings;
    private final Programs programs;
    private final Clock clock;

    Rounds(LockPartners lockPartners, KeepStandings keepStandings, Programs programs, Clock clock) {
        this.lockPartners = lockPartners;
        this.keepStandings = keepStandings;
        this.programs = programs;
        this.clock = clock;
    }

    /** A round about partners whose rows the caller has locked. */
    Round about(List<PartnerRow> locked) {
        Instant now = clock.instant();
        Succession succession = programs.succession();
        return begin(succession, now, succession.inForce(now).dayOf(now), locked);
    }

    /** A round about at most so many partners that are due and that nobody else is busy with. */
    Round aboutDue(int most) {
        Instant now = clock.instant();
        Succession succession = programs.succession();
        LocalDate today = succession.inForce(now).dayOf(now);
        List<PartnerRow> due = lockPartners.due(today, most);
        if (due.size() < most) {
            due = new ArrayList<>(due);
            due.addAll(lockPartners.unforeseen(succession.versions().size(), today, most - due.size()));
        }
        return begin(succession, now, today, due);
    }

    private Round begin(Succession succession, Instant now, LocalDate today, List<PartnerRow> partners) {
        return new Round(
                succession,
                now,
                today,
                partners,
                keepStandings.ofPartners(
                        partners.stream().map(partner -> partner.id).toList()));
    }
}
