package com.vsoxp.alliance.directory.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ChangesResourceTest {

    @Inject
    ChangeFeed feed;

    @Test
    void aPartnerIsToldWhenItIsListedAndWhenItIsNot() {
        var name = Said.word();
        var since = feed.end().cursor();
        var partner = Said.listed(name);
        Said.suspended(partner, 2, "RESELLER");
        Said.awaitUnlisted(partner);
        var gone = awaitChangesOf(partner, since, 1).getFirst();

        assertThat(gone.get("type").asText()).isEqualTo("TOMBSTONE");
        assertThat(gone.get("slug").asText()).isEqualTo(name);
        assertThat(gone.get("reason").asText()).isEqualTo("SUSPENDED");
        assertThat(gone.has("listing")).isFalse();

        Said.entitled(partner, 3, "PREMIER");
        Said.awaitListed(partner);
        var back = awaitChangesOf(partner, since, 1).getFirst();
        assertThat(back.get("type").asText()).isEqualTo("UPSERT");
        assertThat(back.get("listing"))
                .isEqualTo(FollowedFeed.json(
                        given().get("/v1/listings/{slug}", name).asString()));
    }

    @Test
    void aRenamedPartnerLeavesATombstoneBeforeItIsShownAnew() {
        var before = Said.word();
        var after = Said.word();
        var since = feed.end().cursor();
        var partner = Said.listed(before);
        Said.profile(partner, 2, after);
        var changes = awaitChangesOf(partner, since, 2);

        assertThat(changes).extracting(change -> change.get("slug").asText()).containsExactly(before, after);
        assertThat(changes.getFirst().get("reason").asText()).isEqualTo("RENAMED");
        assertThat(changes.getLast().get("type").asText()).isEqualTo("UPSERT");
    }

    @Test
    void aMergeIsTheReasonWhicheverTopicIsHeardFirst() {
        var since = feed.end().cursor();
        var survivor = Said.listed(Said.word());
        var first = Said.listed(Said.word());
        Said.merged(first, 2, survivor);
        awaitReason(first, since, "MERGED");
        Said.entitlements(first, 2, "TERMINATED", null, "NOT_AVAILABLE");
        var second = Said.listed(Said.word());
        Said.entitlements(second, 2, "TERMINATED", null, "NOT_AVAILABLE");
        awaitReason(second, since, "TERMINATED");
        Said.merged(second, 2, survivor);
        awaitReason(second, since, "MERGED");
        awaitReason(first, since, "MERGED");
    }

    @Test
    void newsThatChangesNothingThatIsShownIsNotTold() {
        var name = Said.word();
        var partner = Said.listed(name);
        var since = feed.end().cursor();
        Said.profile(partner, 2, name, profile -> {});
        Said.entitled(partner, 2, "RESELLER");
        var other = Said.listed(Said.word());
        awaitChangesOf(other, since, 1);

        assertThat(changesOf(partner, since)).isEmpty();
    }

    @Test
    void theCursorOfAnotherFeedIsGoneAndNonsenseIsMalformed() {
        for (var cursor : List.of(
                new FeedPlace(UUID.randomUUID(), 1).cursor(),
                new FeedPlace(feed.end().epoch(), Long.MAX_VALUE).cursor())) {
            given().queryParam("since", cursor)
                    .get("/v1/listings/changes")
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("detail", containsString("/v1/listings/snapshot"));
        }
        for (var cursor : List.of("nonsense", Cursor.encode("a"), Cursor.encode(UUID.randomUUID()))) {
            given().queryParam("since", cursor)
                    .get("/v1/listings/changes")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", containsString("since"));
        }
        given().queryParam("limit", 201)
                .get("/v1/listings/changes")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("OUT_OF_RANGE"));
    }

    private static void awaitReason(UUID partner, String since, String reason) {
        Said.eventually(() -> assertThat(changesOf(partner, since))
                .extracting(change -> change.path("reason").asText())
                .containsExactly(reason));
    }

    private static List<JsonNode> awaitChangesOf(UUID partner, String since, int count) {
        Said.eventually(() -> assertThat(changesOf(partner, since)).hasSize(count));
        return changesOf(partner, since);
    }

    private static List<JsonNode> changesOf(UUID partner, String since) {
        var follower = new FollowedFeed(since, 200);
        var changes = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = follower.next();
            page.get("items").forEach(changes::add);
        } while (page.get("more").asBoolean());
        changes.removeIf(change -> !change.get("partnerId").asText().equals(partner.toString()));
        return changes;
    }
}
