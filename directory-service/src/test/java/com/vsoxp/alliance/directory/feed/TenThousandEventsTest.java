package com.vsoxp.alliance.directory.feed;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.directory.feed.PlainModel.Event;
import com.vsoxp.alliance.directory.feed.PlainModel.Shown;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand events of all kinds come in on both topics at once, some of them again, while websites follow the delta feed. In the
 * end the directory, what the websites made of the feed, and the snapshot are what a plain model says.
 *
 * <p>Each topic is taken by one writer in the order in which it was published, the two beside each other, as in life; so the order
 * across topics is another one in every run.
 */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TenThousandEventsTest {

    private static final int EVENTS = 10_000;
    private static final int PARTNERS = 120;
    private static final int LARGEST_BATCH = 40;

    @Inject
    ChangeFeed feed;

    @Inject
    Delivered delivered;

    private final Random random = new Random(20_261_128);
    private final List<UUID> partners = new ArrayList<>();
    private final Map<UUID, List<UUID>> stories = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    @BeforeEach
    void inventPartners() {
        for (var i = 0; i < PARTNERS; i++) {
            partners.add(Ids.next());
        }
        // Few enough that partners want each other's names, and take back their own.
        for (var i = 0; i < PARTNERS * 2 / 3; i++) {
            names.add(Said.word());
        }
    }

    @Test
    void directoryFeedAndSnapshotComeToWhatWasSaid() throws Exception {
        var since = feed.end().cursor();
        var model = new PlainModel();
        var ofPartners = new ArrayList<Delivered.Message>();
        var ofBenefits = new ArrayList<Delivered.Message>();
        for (var i = 0; i < EVENTS; i++) {
            var event = invent();
            model.take(event);
            (event instanceof Event.Entitlements ? ofBenefits : ofPartners).add(message(event));
        }
        var coming = new AtomicBoolean(true);
        var eager = new FollowedFeed(since, 7);
        var lazy = new FollowedFeed(since, 200);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var writers = List.of(
                    threads.submit(() -> deliver("partners", ofPartners, new Random(1))),
                    threads.submit(() -> deliver("benefits", ofBenefits, new Random(2))));
            var readers = Stream.of(eager, lazy)
                    .map(follower -> threads.submit(() -> follow(follower, coming)))
                    .toList();
            await(writers);
            coming.set(false);
            await(readers);
        }
        var late = new FollowedFeed(since, 200);
        for (var follower : List.of(eager, lazy, late)) {
            // An answer over many listings may lag by a moment, so who followed closely asks again for the last of
            // them.
            Said.eventually(() -> {
                follower.catchUp();
                assertThat(ours(follower.byPartner)).isEqualTo(model.shown());
            });
            assertThat(follower.repeated).as("told twice").isEmpty();
            assertThat(ours(follower.bySlug).values())
                    .containsExactlyInAnyOrderElementsOf(model.shown().values());
            assertThat(follower.bySlug.values()).containsExactlyInAnyOrderElementsOf(follower.byPartner.values());
        }
        theSnapshotIs(late);
        theDirectoryIs(model, late);
        partners.stream()
                .filter(partner -> late.reasons.containsKey(model.slugOf(partner)))
                .forEach(partner ->
                        assertThat(late.reasons.get(model.slugOf(partner))).isEqualTo(model.reason(partner)));
    }

    private Event invent() {
        var partner = one(partners);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new Event.Profile(partner, one(names), one(List.of("Berlin", "Paris", "Rome")));
            case 4 ->
                new Event.Merge(
                        partner,
                        one(partners.stream()
                                .filter(other -> !other.equals(partner))
                                .toList()));
            case 5, 6 -> new Event.Merge(partner, null);
            case 7, 8, 9, 10 -> new Event.Story(partner, story(partner), random.nextInt(3) == 0 ? null : Said.word());
            case 11, 12 ->
                new Event.Entitlements(
                        partner, one(List.of("SUSPENDED", "TERMINATED", "WITHDRAWN")), "RESELLER", false);
            case 13 -> new Event.Entitlements(partner, "ACTIVE", "RESELLER", false);
            default -> new Event.Entitlements(partner, "ACTIVE", one(List.of("RESELLER", "PREMIER")), true);
        };
    }

    private UUID story(UUID partner) {
        var known = stories.computeIfAbsent(partner, _ -> new ArrayList<>());
        if (known.size() < 3) {
            known.add(Ids.next());
        }
        return one(known);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Delivered.Message message(Event event) {
        var partner = event.partner();
        return switch (event) {
            case Event.Profile(var who, var name, var city) -> {
                var body = EventContract.sample("alliance.partner.updated").deepCopy();
                ((ObjectNode) body.get("partner")).put("name", name).put("city", city);
                yield message("alliance.partner.updated", partner, "p", body);
            }
            case Event.Merge(var who, var into) -> {
                var type = into == null ? "alliance.partner.unmerged" : "alliance.partner.merged";
                var body = EventContract.sample(type).deepCopy();
                if (into != null) {
                    ((ObjectNode) body.get("merge")).put("mergedInto", into.toString());
                }
                yield message(type, partner, "p", body);
            }
            case Event.Story(var who, var story, var title) -> {
                var type = title == null ? "alliance.story.retracted" : "alliance.story.published";
                var body = EventContract.sample(type).deepCopy();
                var said = (ObjectNode) body.get("story");
                said.put("id", story.toString());
                if (title != null) {
                    said.put("title", title);
                }
                yield message(type, partner, "p", body);
            }
            case Event.Entitlements(var who, var status, var tier, var listed) ->
                message(
                        "alliance.entitlements.changed",
                        partner,
                        "b",
                        Said.entitlementsBody(partner, 0, status, tier, listed ? "INCLUDED" : "NOT_AVAILABLE"));
        };
    }

    private Delivered.Message message(String type, UUID partner, String topic, JsonNode body) {
        var sequence = sequences.merge(topic + partner, 1L, Long::sum);
        return new Delivered.Message(Ids.next(), type, partner, sequence, body);
    }

    /** In batches of any size; now and then the last ones come again, as after a crash. */
    private Void deliver(String intake, List<Delivered.Message> messages, Random random) {
        for (var at = 0; at < messages.size(); ) {
            var end = Math.min(messages.size(), at + 1 + random.nextInt(LARGEST_BATCH));
            delivered.to(intake, messages.subList(at, end));
            at = random.nextInt(10) == 0 ? Math.max(0, end - random.nextInt(LARGEST_BATCH)) : end;
        }
        return null;
    }

    private static Void follow(FollowedFeed follower, AtomicBoolean coming) {
        while (coming.get()) {
            follower.catchUp();
        }
        return null;
    }

    private static void await(List<? extends Future<?>> all) throws InterruptedException, ExecutionException {
        for (var one : all) {
            one.get();
        }
    }

    private Map<String, Shown> ours(Map<String, JsonNode> listings) {
        return listings.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> shown(entry.getValue())));
    }

    private static Shown shown(JsonNode listing) {
        return new Shown(
                listing.get("slug").asText(),
                listing.get("name").asText(),
                listing.get("city").asText(),
                listing.get("tier").asText());
    }

    private void theSnapshotIs(FollowedFeed followed) {
        var ours = partners.stream().map(UUID::toString).toList();
        var snapshot = given().get("/v1/listings/snapshot")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(FollowedFeed::json)
                .filter(listing -> ours.contains(listing.get("partnerId").asText()))
                .collect(toMap(listing -> listing.get("partnerId").asText(), listing -> listing));
        assertThat(snapshot).isEqualTo(followed.byPartner);
    }

    private void theDirectoryIs(PlainModel model, FollowedFeed followed) {
        var stories = new ArrayList<String>();
        for (var partner : partners) {
            Said.eventually(() -> {
                var found = FollowedFeed.json(given().queryParam("partnerId", partner)
                                .get("/v1/listings")
                                .asString())
                        .get("items");
                var known = model.shown().get(partner.toString());
                assertThat(found).hasSize(known == null ? 0 : 1);
                found.forEach(item -> assertThat(shown(item)).isEqualTo(known));
            });
            FollowedFeed.json(given().queryParam("partnerId", partner)
                            .queryParam("limit", 200)
                            .get("/v1/success-stories")
                            .asString())
                    .get("items")
                    .forEach(story -> stories.add(story.get("title").asText()));
        }
        assertThat(stories).containsExactlyInAnyOrderElementsOf(model.shownStories());
        model.redirects().forEach((slug, present) -> {
            var answer = given().redirects().follow(false).get("/v1/listings/{slug}", slug);
            if (present.isEmpty()) {
                answer.then().statusCode(404);
            } else if (present.equals(slug)) {
                assertThat(FollowedFeed.json(answer.asString())).isEqualTo(followed.bySlug.get(slug));
            } else {
                assertThat(answer.header("Location")).endsWith("/v1/listings/" + present);
            }
        });
    }
}
