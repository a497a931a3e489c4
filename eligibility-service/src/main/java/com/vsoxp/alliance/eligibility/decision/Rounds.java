package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Begins rounds of decisions, by the program in force. */
@ApplicationScoped
class Rounds {

    private final Programs programs;
    private final Facts facts;
    private final DecisionLog log;
    private final Clock clock;
    private final Timer evaluations;

    Rounds(Programs programs, Facts facts, DecisionLog log, Clock clock, MeterRegistry meters) {
        this.programs = programs;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
        this.evaluations = Timer.builder("alliance.evaluation")
                .description("Evaluation of one partner's requirements")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** A round about partners whose rows the caller has locked. */
    Round begin(List<PartnerRow> partners) {
        Instant now = clock.instant();
        Program program = programs.inForce(now);
        return new Round(
                program,
                program.dayOf(now),
                StandingRow.ofPartners(
                        partners.stream().map(partner -> partner.id).toList()),
                facts,
                log,
                evaluations);
    }
}
