package com.vsoxp.alliance.benefits.program;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Takes in what a newly published version of the program offers. */
@UseCase
public class LearnProgram {

    /**
     * Keeps the version's benefit table.
     *
     * @return whether it was new; a published version never changes, so one that is known stays as it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean learn(BenefitMatrix matrix, Instant publishedAt) {
        var known = PublishedProgram.<PublishedProgram>findByIdOptional(matrix.version());
        if (known.isPresent()) {
            // One that was learnt before its first day was kept.
            known.get().effectiveFrom = matrix.effectiveFrom();
            return false;
        }
        PublishedProgram.of(matrix, publishedAt).persistAndFlush();
        return true;
    }
}
