package com.vsoxp.alliance.partner.deal.conflict;

import com.vsoxp.alliance.partner.deal.Deal;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds who else is after a customer. */
@ApplicationScoped
public class FindConflicts {

    /**
     * Whether deals {@code d} and {@code o} are of different partners, about one customer, and protect it at the same time:
     * both are open, and neither has expired by {@code :today}.
     */
    public static final String ARE_IN_CONFLICT = """
            o.partner_id <> d.partner_id and d.status in ('REGISTERED', 'APPROVED') and d.expires_on > :today
            and o.status in ('REGISTERED', 'APPROVED') and o.expires_on > :today
            and (o.customer_country = d.customer_country and o.customer_key = d.customer_key
                or o.customer_host = d.customer_host)""";

    /** More than a person can weigh against each other. */
    private static final int MOST = 20;

    private record Row(UUID id, UUID partnerId, boolean sameName, Boolean sameHost) {}

    private final EntityManager database;
    private final ProgramDay programDay;

    FindConflicts(EntityManager database, ProgramDay programDay) {
        this.database = database;
        this.programDay = programDay;
    }

    /** The open deals of other partners about the same customer, the oldest first, twenty at most. */
    @SuppressWarnings("unchecked")
    public List<DealConflict> of(Deal deal) {
        List<Row> rows = database.createNativeQuery("""
                        select o.id, o.partner_id,
                            o.customer_country = d.customer_country and o.customer_key = d.customer_key,
                            o.customer_host = d.customer_host
                        from deal d join deal o on %s
                        where d.id = :deal order by o.id limit :most""".formatted(ARE_IN_CONFLICT), Row.class)
                .setParameter("today", programDay.today())
                .setParameter("deal", deal.id)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new DealConflict(row.id(), row.partnerId(), reasons(row)))
                .toList();
    }

    private static List<ConflictReason> reasons(Row row) {
        return Stream.of(ConflictReason.values())
                .filter(reason -> switch (reason) {
                    case SAME_NAME_AND_COUNTRY -> row.sameName();
                    case SAME_WEB_HOST -> Boolean.TRUE.equals(row.sameHost());
                })
                .toList();
    }
}
