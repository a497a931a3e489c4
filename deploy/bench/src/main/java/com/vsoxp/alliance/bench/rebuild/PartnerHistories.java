package com.vsoxp.alliance.bench.rebuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The histories of resellers, as the services tell them: registered, applied, admitted by eligibility, enrolled, and five sales.
 * All partners go through each step before any goes through the next, so that what belongs to one lies scattered over the topics.
 */
final class PartnerHistories {

    /** Of each partner. */
    static final int EVENTS = 10;

    private static final int SALES = 5;

    private static final String REGISTERED = """
            {"partnerId":"%s","sequence":1,"partner":{"name":"Company %d","country":"DE","city":"Munich",\
            "businessTypes":["SYSTEMS_INTEGRATOR"],"services":["DELIVERY","SUPPORT"],"registeredAt":"%s"}}""";

    private static final String ENROLLMENT = """
            {"partnerId":"%s","sequence":%d,"enrollment":{"id":"%s","status":"%s","tier":%s,"appliedTier":"RESELLER",\
            "appliedOn":"%s","since":%s,"tierSince":%5$s,"termEndsOn":null,"endedOn":null,"programVersion":null,\
            "reason":null},"previous":null}""";

    private static final String QUALIFIED = """
            {"partnerId":"%s","sequence":1,"decisionId":"%s","enrollmentId":"%s","programVersion":"2.0","tier":"RESELLER",\
            "previousTier":null,"movement":"ADMISSION","outcome":"QUALIFIED","effectiveOn":"%s","requiresApproval":false}""";

    private static final String STANDING = """
            {"partnerId":"%s","sequence":2,"decisionId":"%s","enrollmentId":"%s","reason":"STANDING_MOVED","standing":\
            {"status":"GOOD","tier":"RESELLER","since":"%s","cureEndsOn":null,"unmet":[],"nextTransitionOn":null,\
            "lossForeseen":null}}""";

    private static final String SALE = """
            {"partnerId":"%s","sequence":%d,"sale":{"id":"%s","orderNumber":"SO-%d","product":"VSO-XP","licenses":%d,\
            "listTotal":{"amount":"%d.00","currency":"USD"},"netTotal":{"amount":"%d.00","currency":"USD"},\
            "soldOn":"%s","recordedAt":"%s","share":null}}""";

    private final Events events;
    private final int partners;
    private final Instant begin = Instant.now().minus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    PartnerHistories(Events events, int partners) {
        this.events = events;
        this.partners = partners;
    }

    /** Tells all of it, and returns when the broker has it. */
    void tell() {
        for (int n = 1; n <= partners; n++) {
            UUID partner = Events.partner(n);
            Instant at = joined(n);
            String day = day(at);
            events.tell(
                    "alliance.partners",
                    "alliance.partner.registered",
                    partner,
                    1,
                    at,
                    REGISTERED.formatted(partner, n, at));
            enrollment(partner, 2, "applied", "APPLIED", "null", day, "null", at.plusSeconds(60));
            events.tell(
                    "alliance.eligibility",
                    "alliance.tier.qualified",
                    partner,
                    1,
                    at.plusSeconds(61),
                    QUALIFIED.formatted(partner, events.id(at), enrollmentOf(partner), day));
            events.tell(
                    "alliance.eligibility",
                    "alliance.standing.changed",
                    partner,
                    2,
                    at.plusSeconds(61),
                    STANDING.formatted(partner, events.id(at), enrollmentOf(partner), day));
            enrollment(partner, 3, "changed", "ACTIVE", "\"RESELLER\"", day, '"' + day + '"', at.plusSeconds(62));
        }
        for (int sale = 1; sale <= SALES; sale++) {
            for (int n = 1; n <= partners; n++) {
                sale(n, sale);
            }
        }
        events.flush();
    }

    private void enrollment(
            UUID partner, int sequence, String what, String status, String tier, String day, String since, Instant at) {
        events.tell(
                "alliance.partners",
                "alliance.enrollment." + what,
                partner,
                sequence,
                at,
                ENROLLMENT.formatted(partner, sequence, enrollmentOf(partner), status, tier, day, since));
    }

    private void sale(int n, int sequence) {
        Instant at = joined(n).plus(sequence * 7L, ChronoUnit.DAYS);
        int licenses = 1 + events.random().nextInt(3);
        UUID partner = Events.partner(n);
        events.tell(
                "alliance.sales",
                "alliance.sale.recorded",
                partner,
                sequence,
                at,
                SALE.formatted(
                        partner, sequence, events.id(at), n, licenses, licenses * 999, licenses * 749, day(at), at));
    }

    /** Over a hundred days, in the order of the ids. */
    private Instant joined(int n) {
        return begin.plusSeconds(n * 8_640_000L / partners);
    }

    private static UUID enrollmentOf(UUID partner) {
        return new UUID(partner.getMostSignificantBits() + 1, partner.getLeastSignificantBits());
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
