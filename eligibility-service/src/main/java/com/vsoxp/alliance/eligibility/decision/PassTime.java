package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Decides what time alone has done to partners: evidence left the window, grace or a cure period ended. */
@UseCase
public class PassTime {

    private final Rounds rounds;
    private final Programs programs;
    private final Outbox outbox;
    private final Clock clock;

    PassTime(Rounds rounds, Programs programs, Outbox outbox, Clock clock) {
        this.rounds = rounds;
        this.programs = programs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes at most so many of the partners that are due and that no other replica is busy with.
     *
     * @return how many there were; fewer than asked for when nothing more is due
     */
    @Transactional
    public int passTime(int most) {
        Instant now = clock.instant();
        LocalDate today = programs.inForce(now).dayOf(now);
        List<PartnerRow> partners = PartnerRow.lockDue(today, most);
        if (!partners.isEmpty()) {
            Round round = rounds.begin(partners);
            round.passTime(partners);
            outbox.append(round.events());
        }
        return partners.size();
    }
}
