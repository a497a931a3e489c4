package com.vsoxp.alliance.bench.rebuild;

import com.vsoxp.alliance.local.AllianceService;
import java.util.Map;

/** What is built anew. */
enum Subject {

    /** What eligibility-service knows of resellers who sell. */
    ELIGIBILITY(
            AllianceService.ELIGIBILITY,
            PartnerHistories.EVENTS,
            Map.of("eligibility-service.partners", "alliance.partners", "eligibility-service.sales", "alliance.sales"),
            "scorecards") {

        @Override
        void tell(Events events, int partners) {
            new PartnerHistories(events, partners).tell();
        }

        @Override
        String read(int partner) {
            return "/v1/partners/" + Events.partner(partner) + "/scorecard";
        }
    },

    /** The public directory, every partner of which is listed. */
    DIRECTORY(
            AllianceService.DIRECTORY,
            ListedPartners.EVENTS,
            Map.of(
                    "directory-service.partners",
                    "alliance.partners",
                    "directory-service.benefits",
                    "alliance.benefits"),
            "listings") {

        @Override
        void tell(Events events, int partners) {
            new ListedPartners(events, partners).tell();
        }

        @Override
        String read(int partner) {
            return ListedPartners.listing(partner);
        }
    };

    final AllianceService service;
    final int eventsOfAPartner;

    /** Each intake's group, and the topic that it takes. */
    final Map<String, String> intakes;

    /** What is read meanwhile. */
    final String reads;

    Subject(AllianceService service, int eventsOfAPartner, Map<String, String> intakes, String reads) {
        this.service = service;
        this.eventsOfAPartner = eventsOfAPartner;
        this.intakes = intakes;
        this.reads = reads;
    }

    /** Puts the events of so many partners on the topics. */
    abstract void tell(Events events, int partners);

    /** Where one of them is read. */
    abstract String read(int partner);
}
