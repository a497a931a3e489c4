package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.LockPartners;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.KeepStandings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Begins rounds of decisions, by the program in force and on the day that it is there. */
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
        return begin(programs.inForce(now), now, locked);
    }

    /** A round about at most so many partners that are due and that nobody else is busy with. */
    Round aboutDue(int most) {
        Instant now = clock.instant();
        Program program = programs.inForce(now);
        return begin(program, now, lockPartners.due(program.dayOf(now), most));
    }

    private Round begin(Program program, Instant now, List<PartnerRow> partners) {
        return new Round(
                program,
                now,
                partners,
                keepStandings.ofPartners(
                        partners.stream().map(partner -> partner.id).toList()));
    }
}
