package com.vsoxp.alliance.directory.tier;

import com.vsoxp.alliance.directory.publication.Turn;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Takes in which tiers a newly published version of the program has. */
@UseCase
public class LearnTiers {

    @Inject
    EntityManager database;

    /** Keeps them. A published version never changes, so one that is known stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void learn(ProgramTiers program) {
        if (PublishedProgram.findById(program.version()) == null) {
            PublishedProgram.of(program).persistAndFlush();
            // No listing changed, but answers in memory may name tiers.
            database.createNativeQuery(Turn.CALL).getSingleResult();
        }
    }
}
