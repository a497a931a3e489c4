package com.vsoxp.alliance.directory.search.kept;

import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Adds up the changes of the kept counts, so that there are few rows to sum; readers see the same counts before and after. */
@UseCase
public class AddUpTallies {

    /** Rows that another replica takes at the same time are added up by it. */
    private static final String ADD_UP = """
            with taken as (
                delete from listing_tally where ctid in (select ctid from listing_tally for update skip locked)
                returning facet, value, delta)
            insert into listing_tally
            select facet, value, sum(delta) from taken group by facet, value having sum(delta) <> 0""";

    private static final int FEW = 2_000;

    @Inject
    EntityManager entityManager;

    /** Does so if it is worth it. Any replica may, at the same time as others. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    public void addUp() {
        var rows = (Number) entityManager
                .createNativeQuery(
                        "select count(*) from (select from listing_tally limit " + (FEW + 1) + ") as first", Long.class)
                .getSingleResult();
        if (rows.longValue() > FEW) {
            entityManager.createNativeQuery(ADD_UP).executeUpdate();
        }
    }
}
