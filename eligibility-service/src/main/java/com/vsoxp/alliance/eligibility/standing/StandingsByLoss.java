package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The standings in the order in which tiers are lost. */
final class StandingsByLoss {

    /** A few rows of each tier and status, from one index, and the first of them all. */
    private static final String IN_ORDER_OF_LOSS = """
            select standing.* from unnest(cast(:tiers as text[])) as of_tier (code),
                unnest(cast(:statuses as text[])) as of_status (code),
                lateral (
                    select * from standing
                    where tier = of_tier.code and status = of_status.code and loses_on_or_never < :before
                        and (loses_on_or_never, partner_id) > (:afterDay, :afterPartner)
                    order by loses_on_or_never, partner_id limit :most) as standing
            order by loses_on_or_never, partner_id limit :most""";

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(10_000, 1, 1);
    private static final UUID NOBODY = new UUID(0, 0);

    private StandingsByLoss() {}

    /**
     * One page of standings that hold a tier, in the order in which they lose it.
     *
     * @param tiers all that there are
     */
    static Page<StandingRow> page(StandingFilter filter, Collection<String> tiers, PageRequest request) {
        List<?> rows = StandingRow.getEntityManager()
                .createNativeQuery(IN_ORDER_OF_LOSS, StandingRow.class)
                .setParameter("tiers", filter.tier == null ? tiers.toArray(String[]::new) : new String[] {filter.tier})
                .setParameter(
                        "statuses",
                        Stream.of(Standing.Status.values())
                                .filter(status -> filter.status == null || filter.status == status)
                                .map(Standing.Status::name)
                                .toArray(String[]::new))
                .setParameter("before", filter.before == null ? AFTER_ALL : filter.before)
                .setParameter(
                        "afterDay",
                        request.cursor().map(cursor -> cursor.day(0)).orElse(BEFORE_ALL))
                .setParameter(
                        "afterPartner",
                        request.cursor().map(cursor -> cursor.uuid(1)).orElse(NOBODY))
                .setParameter("most", request.rowsToRead())
                .getResultList();
        return Page.of(rows(rows), request, row -> Cursor.encode(row.losesOnOrNever, row.partnerId));
    }

    @SuppressWarnings("unchecked")
    private static List<StandingRow> rows(List<?> rows) {
        return (List<StandingRow>) rows;
    }
}
