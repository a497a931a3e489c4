package com.vsoxp.alliance.eligibility;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the partner service tells of one partner, event by event, made from the golden samples. */
public final class Told {

    public static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    public final UUID partner = Ids.next();
    public UUID enrollment = Ids.next();
    private long partnersSequence;
    private long salesSequence;

    /** A partner that is registered and has applied. */
    public static Told applicant(String tier) {
        return new Told().registered().applied(tier);
    }

    /** A premier, from today on; the enrollment says so too. */
    public static Told premier() {
        Told told = applicant("PREMIER").premierButForSales();
        told.sold(15, TODAY);
        told.awaitTier("PREMIER");
        return told.active("PREMIER").awaitEndOfGrace();
    }

    public Told registered() {
        ObjectNode event = sample("alliance.partner.registered");
        return partners("alliance.partner.registered", event);
    }

    public Told applied(String tier) {
        return appliedOn(tier, TODAY);
    }

    /** On a day that may be left out. */
    public Told appliedOn(String tier, LocalDate day) {
        ObjectNode event = sample("alliance.enrollment.applied");
        ((ObjectNode) event.get("enrollment"))
                .put("id", enrollment.toString())
                .put("appliedTier", tier)
                .put("appliedOn", day == null ? null : day.toString());
        event.put("sequence", ++partnersSequence);
        Topics.publish("alliance.partners", "alliance.enrollment.applied", key(), event);
        return this;
    }

    /** Holds the tier since today. */
    public Told active(String tier) {
        return changed("ACTIVE", tier, null);
    }

    public Told terminated() {
        return changed("TERMINATED", null, TODAY);
    }

    /** Holds the tier since today, in a term of which this is the last day. */
    public Told activeUntil(String tier, LocalDate termEndsOn) {
        return changed("ACTIVE", tier, termEndsOn, null);
    }

    private Told changed(String status, String tier, LocalDate endedOn) {
        return changed(status, tier, null, endedOn);
    }

    private Told changed(String status, String tier, LocalDate termEndsOn, LocalDate endedOn) {
        ObjectNode event = sample("alliance.enrollment.changed");
        ((ObjectNode) event.get("enrollment"))
                .put("id", enrollment.toString())
                .put("status", status)
                .put("tier", tier)
                .put("appliedOn", TODAY.toString())
                .put("since", TODAY.toString())
                .put("tierSince", tier == null ? null : TODAY.toString())
                .put("termEndsOn", termEndsOn == null ? null : termEndsOn.toString())
                .put("endedOn", endedOn == null ? null : endedOn.toString());
        return partners("alliance.enrollment.changed", event);
    }

    public Told premierButForSales() {
        evidence("FEE_PAYMENT", Ids.next(), TODAY);
        evidence("WEB_APPLICATIONS_ON_WINDOWS", Ids.next(), TODAY);
        evidence("WEBSITE_LISTING", Ids.next(), TODAY);
        evidence("CONSULTANT", Ids.next(), TODAY);
        return story(Ids.next()).story(Ids.next()).story(Ids.next());
    }

    public Told evidence(String kind, UUID id, LocalDate on) {
        ObjectNode event = sample("alliance.evidence.recorded");
        ObjectNode evidence = (ObjectNode) event.get("evidence");
        evidence.put("id", id.toString()).put("kind", kind).put("on", on.toString());
        if (!kind.equals("FEE_PAYMENT")) {
            evidence.putNull("money");
        }
        return partners("alliance.evidence.recorded", event);
    }

    /** A fee, in any currency. */
    public Told paid(String amount, String currency) {
        ObjectNode event = sample("alliance.evidence.recorded");
        ((ObjectNode) event.get("evidence"))
                .put("id", Ids.next().toString())
                .put("kind", "FEE_PAYMENT")
                .put("on", TODAY.toString())
                .putObject("money")
                .put("amount", amount)
                .put("currency", currency);
        return partners("alliance.evidence.recorded", event);
    }

    public Told withdrawn(String kind, UUID id) {
        ObjectNode event = sample("alliance.evidence.withdrawn");
        ((ObjectNode) event.get("evidence"))
                .put("id", id.toString())
                .put("kind", kind)
                .put("withdrawnOn", TODAY.toString());
        return partners("alliance.evidence.withdrawn", event);
    }

    public Told story(UUID id) {
        return story(id, TODAY);
    }

    public Told story(UUID id, LocalDate publishedOn) {
        ObjectNode event = sample("alliance.story.published");
        ((ObjectNode) event.get("story")).put("id", id.toString()).put("publishedOn", publishedOn.toString());
        return partners("alliance.story.published", event);
    }

    public Told retracted(UUID story) {
        return retracted(story, Ids.next());
    }

    /** Under an event id that may have been delivered before. */
    public Told retracted(UUID story, UUID eventId) {
        ObjectNode event = sample("alliance.story.retracted");
        ((ObjectNode) event.get("story")).put("id", story.toString()).put("retractedOn", TODAY.toString());
        return partners("alliance.story.retracted", event, eventId);
    }

    /** Returns the event's id. */
    public UUID sold(int licenses, LocalDate on) {
        UUID event = Ids.next();
        sold(licenses, on, event);
        return event;
    }

    /** So many licenses, today, for so many dollars. */
    public Told soldFor(String dollars, int licenses) {
        ObjectNode event = sample("alliance.sale.recorded");
        ObjectNode sale = (ObjectNode) event.get("sale");
        sale.put("id", Ids.next().toString()).put("licenses", licenses).put("soldOn", TODAY.toString());
        ((ObjectNode) sale.get("netTotal")).put("amount", dollars);
        return sales("alliance.sale.recorded", event);
    }

    /** Under an event id that may have been delivered before. */
    public JsonNode sold(int licenses, LocalDate on, UUID eventId) {
        ObjectNode event = sample("alliance.sale.recorded");
        ((ObjectNode) event.get("sale"))
                .put("id", Ids.next().toString())
                .put("licenses", licenses)
                .put("soldOn", on.toString());
        event.put("sequence", ++salesSequence);
        Topics.publish("alliance.sales", "alliance.sale.recorded", key(), event, eventId);
        return event;
    }

    /** In a form that no service can take, which is returned: its day is missing. */
    public ObjectNode soldUnreadably(int licenses) {
        ObjectNode event = sample("alliance.sale.recorded");
        ((ObjectNode) event.get("sale"))
                .put("id", Ids.next().toString())
                .put("licenses", licenses)
                .putNull("soldOn");
        event.put("sequence", ++salesSequence);
        Topics.publish("alliance.sales", "alliance.sale.recorded", key(), event);
        return event;
    }

    /** What was sold is another partner's now, with these reversals. */
    public Told moved(JsonNode sale, UUID... reversals) {
        ObjectNode event = sample("alliance.sale.moved");
        ObjectNode moved = (ObjectNode) event.get("sale");
        moved.put("id", sale.at("/sale/id").asText())
                .put("soldOn", sale.at("/sale/soldOn").asText());
        ArrayNode ids = moved.putArray("reversalIds");
        Stream.of(reversals).map(UUID::toString).forEach(ids::add);
        return sales("alliance.sale.moved", event);
    }

    /** What was said of a sale, here or by another partner, is said anew of this one. */
    public Told soldAgain(JsonNode sale) {
        ObjectNode event = sale.deepCopy();
        return sales("alliance.sale.recorded", event.put("partnerId", key()));
    }

    public Told reversed(int licenses, LocalDate soldOn) {
        return reversed(licenses, soldOn, Ids.next());
    }

    public Told reversed(int licenses, LocalDate soldOn, UUID reversal) {
        ObjectNode event = sample("alliance.sale.reversed");
        ((ObjectNode) event.get("reversal"))
                .put("id", reversal.toString())
                .put("licenses", licenses)
                .put("soldOn", soldOn.toString());
        return sales("alliance.sale.reversed", event);
    }

    /** So many licenses of that sale are taken back. */
    public Told reversedOf(JsonNode sale, int licenses) {
        ObjectNode event = sample("alliance.sale.reversed");
        ((ObjectNode) event.get("reversal"))
                .put("id", Ids.next().toString())
                .put("saleId", sale.at("/sale/id").asText())
                .put("licenses", licenses)
                .put("soldOn", sale.at("/sale/soldOn").asText());
        return sales("alliance.sale.reversed", event);
    }

    public PublishedEvent awaitTier(String tier) {
        return awaitEvent(
                "alliance.tier.qualified",
                data -> data.path("tier").asText(null) == null
                        ? tier == null
                        : data.path("tier").asText().equals(tier));
    }

    public PublishedEvent awaitStanding(String status) {
        return awaitEvent(
                "alliance.standing.changed",
                data -> data.at("/standing/status").asText().equals(status));
    }

    private PublishedEvent awaitEvent(String type, Predicate<JsonNode> condition) {
        PublishedEvent event = Topics.awaitEvent("alliance.eligibility", key(), type, condition);
        EventContract.mustMatchSchema(type, event.data());
        return event;
    }

    /** Waits until this many licenses count. */
    public Told awaitLicenses(int licenses) {
        await("%d licenses of %s".formatted(licenses, partner))
                .atMost(Duration.ofSeconds(20))
                .until(() -> licenses == licensesThatCount());
        return this;
    }

    /** Waits until the day of joining is known: grace ends a year after it. */
    private Told awaitEndOfGrace() {
        await("the day %s joined".formatted(partner))
                .atMost(Duration.ofSeconds(20))
                .until(() -> TODAY.plusMonths(12)
                        .toString()
                        .equals(get("scorecard?tier=RESELLER")
                                .path("requirements.find { it.code == 'LICENSE_SALES' }.lapsesOn")));
        return this;
    }

    /** Waits until this many licenses will count on a day. */
    public Told awaitLicenses(int licenses, LocalDate day) {
        await("%d licenses of %s on %s".formatted(licenses, partner, day))
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("scorecard?tier=PREMIER&asOf=" + day)
                        .path("requirements.find { it.code == 'LICENSE_SALES' }.actual")
                        .equals(licenses));
        return this;
    }

    /** Waits until the partner is known. */
    public Told awaitKnown() {
        await("partner " + partner)
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("scorecard").statusCode() == 200);
        return this;
    }

    /** Waits until so much of a requirement counts. */
    public Told awaitScore(String requirement, int actual) {
        await("%d %s of %s".formatted(actual, requirement, partner))
                .atMost(Duration.ofSeconds(20))
                .until(() -> Integer.valueOf(actual)
                        .equals(get("scorecard")
                                .path("requirements.find { it.code == '" + requirement + "' }.actual")));
        return this;
    }

    /** What was told of the partner so far, oldest first. */
    public List<PublishedEvent> findings() {
        return Topics.eventsOn("alliance.eligibility", key());
    }

    /** Reads one of the partner's resources as a CRM. */
    public io.restassured.response.Response get(String resource) {
        return RestAssured.given().auth().oauth2(Tokens.crm()).get("/v1/partners/{id}/" + resource, partner);
    }

    private int licensesThatCount() {
        var answer = get("scorecard?tier=PREMIER");
        return answer.statusCode() == 200 ? answer.path("requirements.find { it.code == 'LICENSE_SALES' }.actual") : -1;
    }

    private Told partners(String type, ObjectNode event) {
        return partners(type, event, Ids.next());
    }

    private Told partners(String type, ObjectNode event, UUID eventId) {
        event.put("sequence", ++partnersSequence);
        EventContract.mustMatchSchema(type, event);
        Topics.publish("alliance.partners", type, key(), event, eventId);
        return this;
    }

    private Told sales(String type, ObjectNode event) {
        event.put("sequence", ++salesSequence);
        EventContract.mustMatchSchema(type, event);
        Topics.publish("alliance.sales", type, key(), event);
        return this;
    }

    private ObjectNode sample(String type) {
        return ((ObjectNode) EventContract.sample(type)).put("partnerId", partner.toString());
    }

    private String key() {
        return partner.toString();
    }
}
