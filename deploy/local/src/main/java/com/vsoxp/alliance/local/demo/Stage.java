package com.vsoxp.alliance.local.demo;

import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static com.vsoxp.alliance.local.client.Json.object;
import static com.vsoxp.alliance.local.client.Json.usd;

import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.demo.plot.Act;
import com.vsoxp.alliance.local.demo.plot.Act.Person;
import com.vsoxp.alliance.local.demo.plot.CastMember;
import java.util.HashMap;
import java.util.Map;

/** One partner's part in the demonstration, played through partner-service as a program manager and a CRM would. */
final class Stage {

    /** The name under which the demonstration keeps its own keys of partners. */
    static final String SYSTEM = "demo";

    private final AllianceClient client;
    private final CastMember member;
    private final Prices prices;
    private final Map<Person, String> consultants = new HashMap<>();
    private final Map<Integer, String> sales = new HashMap<>();
    private String path;
    private int requests;

    Stage(AllianceClient client, CastMember member) {
        this.client = client;
        this.member = member;
        this.prices = new Prices(member.currency(), member.licensePrice());
    }

    /** Plays one act and returns when it is recorded; what follows from it comes later, by itself. */
    void play(Act act) {
        switch (act) {
            case Act.Register _ -> register();
            case Act.Apply apply -> post("/enrollment", object("tier", apply.tier()));
            case Act.PayFee fee -> payFee(fee);
            case Act.Attest claim -> attest(claim);
            case Act.Hire hire -> hire(hire);
            case Act.Depart departure ->
                post(
                        "/consultants/" + consultants.get(departure.person()) + "/departure",
                        object("leftOn", departure.leftOn().toString()));
            case Act.Publish publication -> publish(publication.story());
            case Act.Sell sale -> sell(sale);
            case Act.Reverse reversal ->
                create(
                        "/v1/sales/" + sales.get(reversal.order()) + "/reversals",
                        object("licenses", reversal.licenses(), "reason", reversal.reason()));
            case Act.Authorize authorization -> authorize(authorization.person());
            case Act.Move move -> post("/enrollment/" + move.move(), object("reason", move.reason()));
        }
    }

    private void register() {
        Answer partner = client.put(PARTNER, externalPath(member), member.profile(), Map.of())
                .orThrow();
        path = "/v1/partners/" + partner.id();
    }

    private void payFee(Act.PayFee fee) {
        post(
                "/fee-payments",
                object("money", usd("500.00"), "paidOn", fee.paidOn().toString(), "reference", "FEE-" + member.key()));
    }

    private void attest(Act.Attest claim) {
        String page = member.profile().path("website").asText() + "/alliance";
        String id = post(
                        "/attestations",
                        object(
                                "kind",
                                claim.kind(),
                                "evidenceUrl",
                                page,
                                "statement",
                                "See the page for what we did and how."))
                .id();
        Map<String, Object> check = claim.verified()
                ? object("outcome", "VERIFIED", "reason", "Seen on the page named")
                : object("outcome", "REJECTED", "reason", "The page shows a plan, not a working application");
        if (claim.validUntil() != null) {
            check.put("validUntil", claim.validUntil().toString());
        }
        post("/attestations/" + id + "/verification", check);
    }

    private void hire(Act.Hire hire) {
        Map<String, Object> certification = object(
                "course",
                "VSO-XP Implementation",
                "certifiedOn",
                hire.certifiedOn().toString());
        if (hire.expiresOn() != null) {
            certification.put("expiresOn", hire.expiresOn().toString());
        }
        Person person = hire.person();
        String id = post(
                        "/consultants",
                        object("name", person.name(), "email", person.email(), "certification", certification))
                .id();
        consultants.put(person, id);
    }

    private void publish(Act.Story story) {
        String id = post(
                        "/success-stories",
                        object(
                                "title",
                                story.title(),
                                "customer",
                                story.customer(),
                                "summary",
                                story.summary(),
                                "body",
                                story.body()))
                .id();
        post("/success-stories/" + id + "/publication", object());
    }

    private void sell(Act.Sell sale) {
        String id = create(
                        "/v1/sales",
                        object(
                                "partnerExternalId",
                                object("system", SYSTEM, "id", member.key()),
                                "orderNumber",
                                member.key() + "-" + sale.order(),
                                "licenses",
                                sale.licenses(),
                                "product",
                                "VSO-XP",
                                "listTotal",
                                prices.list(sale.licenses()),
                                "netTotal",
                                prices.net(sale.licenses()),
                                "soldOn",
                                sale.soldOn().toString()))
                .id();
        sales.put(sale.order(), id);
    }

    private void authorize(Person person) {
        post("/contacts", object("name", person.name(), "email", person.email(), "scopes", new String[] {"SUPPORT"}));
    }

    /** Where a partner of the demonstration is found before its id is known. */
    static String externalPath(CastMember member) {
        return "/v1/partners/external/" + SYSTEM + "/" + member.key();
    }

    private Answer post(String below, Object body) {
        return create(path + below, body);
    }

    /** Every request has a key of its own, so that it is safe to send it again when its answer was lost. */
    private Answer create(String absolutePath, Object body) {
        requests++;
        return client.post(PARTNER, absolutePath, body, "demo-" + member.key() + "-" + requests)
                .orThrow();
    }
}
