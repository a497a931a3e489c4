package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;

/** Decides what time alone has done to partners: evidence left the window, grace or a cure period ended. */
@UseCase
public class PassTime {

    private final Rounds rounds;
    private final DecideStandings decideStandings;

    PassTime(Rounds rounds, DecideStandings decideStandings) {
        this.rounds = rounds;
        this.decideStandings = decideStandings;
    }

    /**
     * Takes at most so many of the partners that are due and that no other replica is busy with.
     *
     * @return how many there were; fewer than asked for when nothing more is due
     */
    @Transactional
    public int passTime(int most) {
        Round round = rounds.aboutDue(most);
        decideStandings.passTime(round);
        decideStandings.keep(round);
        return round.partners().size();
    }
}
