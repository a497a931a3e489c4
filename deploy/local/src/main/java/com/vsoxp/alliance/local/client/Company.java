package com.vsoxp.alliance.local.client;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static com.vsoxp.alliance.local.client.Json.object;
import static com.vsoxp.alliance.local.client.Json.usd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A company in the alliance: what it does, through the API, and how each of the four services sees it. */
public final class Company {

    private final AllianceClient crm;
    private final AllianceClient manager;
    private final LocalDate today;
    private final String id;

    /**
     * Registers a company.
     *
     * @param crm a client in the role of a CRM
     * @param manager a client in the role of a program manager
     * @param today the day on which it acts, if the clock travels
     */
    public Company(AllianceClient crm, AllianceClient manager, LocalDate today) {
        this.crm = crm;
        this.manager = manager;
        this.today = today;
        String name = "Company " + UUID.randomUUID().toString().substring(0, 8);
        this.id = crm.post(
                        PARTNER,
                        "/v1/partners",
                        object("name", name, "legalName", name + " Ltd", "country", "DE", "city", "Berlin"))
                .orThrow()
                .id();
    }

    public String id() {
        return id;
    }

    public Company appliesFor(String tier) {
        crm.post(PARTNER, path("/enrollment"), object("tier", tier)).orThrow();
        return this;
    }

    /** All that a premier partner must show, but for license sales. */
    public Company bringsAllPremierEvidence() {
        paysTheFee();
        attests("WEB_APPLICATIONS_ON_WINDOWS");
        attests("WEBSITE_LISTING");
        employsAConsultant();
        for (int story = 1; story <= 3; story++) {
            publishesAStory("Story " + story);
        }
        return this;
    }

    public void paysTheFee() {
        crm.post(
                        PARTNER,
                        path("/fee-payments"),
                        object("money", usd("500.00"), "paidOn", today.toString(), "reference", "INV-1"))
                .orThrow();
    }

    public void attests(String kind) {
        String attestation = crm.post(
                        PARTNER,
                        path("/attestations"),
                        object("kind", kind, "evidenceUrl", "https://example.com/proof", "statement", "We do."))
                .orThrow()
                .id();
        manager.post(
                        PARTNER,
                        path("/attestations/" + attestation + "/verification"),
                        object("outcome", "VERIFIED", "reason", "Seen."))
                .orThrow();
    }

    public void employsAConsultant() {
        crm.post(
                        PARTNER,
                        path("/consultants"),
                        object(
                                "name",
                                "Ada Example",
                                "email",
                                UUID.randomUUID() + "@people.example",
                                "certification",
                                object("course", "VSO-XP Professional", "certifiedOn", today.toString())))
                .orThrow();
    }

    public void publishesAStory(String title) {
        String story = crm.post(
                        PARTNER,
                        path("/success-stories"),
                        object("title", title, "customer", "Contoso", "summary", "It went well.", "body", "Very well."))
                .orThrow()
                .id();
        manager.post(PARTNER, path("/success-stories/" + story + "/publication"), object("reason", "Good."))
                .orThrow();
    }

    /** Returns the sale's id. */
    public String sells(int licenses) {
        return sells(licenses, today);
    }

    public String sells(int licenses, LocalDate soldOn) {
        return sell(licenses, soldOn).orThrow().id();
    }

    public Answer sell(int licenses, LocalDate soldOn) {
        return crm.post(
                PARTNER,
                "/v1/sales",
                object(
                        "partnerId",
                        id,
                        "orderNumber",
                        "SO-" + UUID.randomUUID(),
                        "licenses",
                        licenses,
                        "product",
                        "VSO-XP",
                        "listTotal",
                        usd(999 * licenses + ".00"),
                        "netTotal",
                        usd(749 * licenses + ".00"),
                        "soldOn",
                        soldOn.toString()));
    }

    public void givesBack(String sale, int licenses) {
        crm.post(PARTNER, "/v1/sales/" + sale + "/reversals", object("licenses", licenses, "reason", "Returned."))
                .orThrow();
    }

    public void isMoved(String move) {
        manager.post(PARTNER, path("/enrollment/" + move), object("reason", "As decided."))
                .orThrow();
    }

    public JsonNode enrollment() {
        return crm.get(PARTNER, path("/enrollment")).orThrow().body();
    }

    /** The tier held as partner-service sees it, or null. */
    public String tier() {
        return enrollment().path("tier").asText(null);
    }

    public JsonNode scorecard(String tier) {
        return crm.get(ELIGIBILITY, path("/scorecard?tier=" + tier)).orThrow().body();
    }

    /** Whether eligibility-service knows of so many licenses sold. */
    public boolean isCreditedWith(int licenses) {
        Answer answer = crm.get(ELIGIBILITY, path("/scorecard?tier=PREMIER"));
        return answer.status() == 200
                && requirement(answer.body(), "LICENSE_SALES").path("actual").asInt(-1) == licenses;
    }

    public JsonNode requirement(JsonNode scorecard, String code) {
        return byCode(scorecard.path("requirements"), code);
    }

    /** A benefit's value as benefits-service grants it now; missing if nothing is granted. */
    public JsonNode benefit(String code) {
        Answer answer = crm.get(BENEFITS, path("/entitlements"));
        return byCode(answer.body().path("items"), code).path("value");
    }

    /** The public listing; missing if there is none. */
    public JsonNode listing() {
        return crm.as(null)
                .get(DIRECTORY, "/v1/listings?partnerId=" + id)
                .orThrow()
                .body()
                .path("items")
                .path(0);
    }

    /** Whether all four services agree that it holds this tier. */
    public boolean isEverywhere(String tier, int discount) {
        return tier.equals(tier())
                && benefit("LICENSE_DISCOUNT").path("percent").asInt() == discount
                && tier.equals(listing().path("tier").asText());
    }

    /** The path of something of this company, such as {@code /enrollment}. */
    public String path(String rest) {
        return "/v1/partners/" + id + rest;
    }

    /** The item with this code; missing if there is none. */
    public static JsonNode byCode(JsonNode items, String code) {
        List<JsonNode> found = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> code.equals(item.path("code").asText()))
                .toList();
        return found.isEmpty() ? items.path("none") : found.getFirst();
    }
}
