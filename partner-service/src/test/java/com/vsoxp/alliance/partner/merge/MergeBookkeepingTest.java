package com.vsoxp.alliance.partner.merge;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.merge.Merging.licensesHeard;
import static com.vsoxp.alliance.partner.merge.Merging.merge;
import static com.vsoxp.alliance.partner.merge.Merging.reversed;
import static com.vsoxp.alliance.partner.merge.Merging.sold;
import static com.vsoxp.alliance.partner.merge.Merging.soldTogether;
import static com.vsoxp.alliance.partner.merge.Merging.undo;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sold, given back, merged and parted, in any order: every license counts once, here and for those who listen. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergeBookkeepingTest {

    private static final int STEPS = 40;

    private final List<UUID> partners = new ArrayList<>();
    private final Map<String, Integer> left = new LinkedHashMap<>();
    private final List<String> merges = new ArrayList<>();
    private final Map<String, UUID> survivors = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyLicenseCountsForExactlyOnePartner(long seed) {
        Random random = new Random(seed);
        Stream.generate(() -> registered()).limit(4).forEach(partners::add);
        for (int step = 0; step < STEPS; step++) {
            stepAtRandom(random);
        }

        Map<UUID, Long> held = heldByPartner();
        assertThat(held.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(left.values().stream().mapToLong(Integer::longValue).sum());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> partners.forEach(partner ->
                        assertThat(licensesHeard(partner)).as("seed " + seed).isEqualTo(held.get(partner))));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everyLicenseOfSharedSalesCountsOnceToo(long seed) {
        Random random = new Random(seed);
        Stream.generate(() -> registered()).limit(4).forEach(partners::add);
        for (int step = 0; step < STEPS; step++) {
            stepAtRandom(random);
            if (step % 3 == 0) {
                sellTogether(random);
            }
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        partners.stream().mapToLong(Merging::licensesHeard).sum())
                .as("seed " + seed)
                .isEqualTo(left.values().stream().mapToLong(Integer::longValue).sum()));
        partners.stream()
                .filter(partner ->
                        !crm().get("/v1/partners/{id}", partner).path("id").equals(partner.toString()))
                .forEach(absorbed ->
                        assertThat(licensesHeard(absorbed)).as("seed " + seed).isZero());
    }

    private void sellTogether(Random random) {
        List<UUID> sharers = partners.stream()
                .filter(partner ->
                        crm().get("/v1/partners/{id}", partner).path("id").equals(partner.toString()))
                .limit(3)
                .toList();
        if (sharers.size() == 3) {
            int licenses = 1 + random.nextInt(20);
            left.put(
                    soldTogether(licenses, Map.of(sharers.get(0), 40, sharers.get(1), 40, sharers.get(2), 20)),
                    licenses);
        }
    }

    private void stepAtRandom(Random random) {
        UUID one = partners.get(random.nextInt(partners.size()));
        UUID other = partners.get(random.nextInt(partners.size()));
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                int licenses = 1 + random.nextInt(20);
                left.put(sold(one, licenses), licenses);
            }
            case 2 ->
                left.entrySet().stream()
                        .filter(sale -> sale.getValue() > 0)
                        .skip(random.nextInt(left.size() + 1))
                        .findFirst()
                        .ifPresent(sale -> {
                            reversed(sale.getKey(), 1);
                            sale.setValue(sale.getValue() - 1);
                        });
            case 3 -> {
                var answer = merge(one, other);
                assertThat(answer.statusCode()).isIn(201, 409, 422);
                if (answer.statusCode() == 201) {
                    merges.add(answer.path("id"));
                    survivors.put(answer.path("id"), UUID.fromString(answer.path("survivorId")));
                }
            }
            default -> {
                if (!merges.isEmpty()) {
                    String merge = merges.get(random.nextInt(merges.size()));
                    assertThat(undo(survivors.get(merge), merge).statusCode()).isIn(200, 409);
                }
            }
        }
    }

    /** What each partner's own record says it has; an absorbed one has nothing. Fails for a sale that two have. */
    private Map<UUID, Long> heldByPartner() {
        Map<UUID, Long> held = new HashMap<>();
        List<String> sales = new ArrayList<>();
        for (UUID partner : partners) {
            boolean absorbed =
                    !crm().get("/v1/partners/{id}", partner).path("id").equals(partner.toString());
            List<Map<String, Object>> its = absorbed
                    ? List.of()
                    : crm().queryParam("partnerId", partner)
                            .queryParam("limit", 200)
                            .get("/v1/sales")
                            .path("items");
            held.put(
                    partner,
                    its.stream()
                            .mapToLong(sale -> (int) sale.get("licenses") - (int) sale.get("licensesReversed"))
                            .sum());
            its.forEach(sale -> sales.add((String) sale.get("id")));
        }
        assertThat(sales).containsExactlyInAnyOrderElementsOf(left.keySet());
        return held;
    }
}
