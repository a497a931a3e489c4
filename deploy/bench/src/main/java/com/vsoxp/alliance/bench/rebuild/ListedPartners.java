package com.vsoxp.alliance.bench.rebuild;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Partners as the directory hears of them: all register, then all are entitled to be listed. */
final class ListedPartners {

    /** Of each partner. */
    static final int EVENTS = 2;

    private static final String REGISTERED = """
            {"partnerId":"%s","sequence":1,"partner":{"name":"Company %d","description":"Help desks for manufacturers of every \
            size, from the first ticket to the last report.","website":"https://company-%2$d.example","country":"DE",\
            "city":"Munich","location":{"latitude":48.137154,"longitude":11.576124},"businessTypes":["SYSTEMS_INTEGRATOR"],\
            "languages":["de","en"],"services":["DELIVERY","SUPPORT"],"verticals":["manufacturing"],"registeredAt":"%3$s"}}""";

    private static final String ENTITLED = """
            {"partnerId":"%s","sequence":1,"status":"ACTIVE","tier":"RESELLER","programVersion":"2.0","effectiveOn":"2026-03-02",\
            "entitlements":[{"code":"LICENSE_DISCOUNT","value":{"percent":25},"since":"2026-03-02"},\
            {"code":"DIRECTORY_LISTING","value":"INCLUDED","since":"2026-03-02"}]}""";

    private final Events events;
    private final int partners;
    private final Instant begin = Instant.now().minus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    ListedPartners(Events events, int partners) {
        this.events = events;
        this.partners = partners;
    }

    /** Where the listing of partner number n is. */
    static String listing(int n) {
        return "/v1/listings/company-" + n;
    }

    /** Tells all of it, and returns when the broker has it. */
    void tell() {
        for (int n = 1; n <= partners; n++) {
            var partner = Events.partner(n);
            var at = begin.plusSeconds(n);
            events.tell(
                    "alliance.partners",
                    "alliance.partner.registered",
                    partner,
                    1,
                    at,
                    REGISTERED.formatted(partner, n, at));
        }
        for (int n = 1; n <= partners; n++) {
            var partner = Events.partner(n);
            events.tell(
                    "alliance.benefits",
                    "alliance.entitlements.changed",
                    partner,
                    1,
                    begin.plusSeconds(n),
                    ENTITLED.formatted(partner));
        }
        events.flush();
    }
}
