package com.vsoxp.alliance.eligibility.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AllianceTestResource.class)
class LockPartnersTest {

    private static final int ROUNDS = 150;
    private static final int AT_ONCE = 4;

    @Inject
    LockPartners lockPartners;

    private final Set<UUID> made = ConcurrentHashMap.newKeySet();

    /** Partners that nobody registered are gaps, of which others read a page. */
    @AfterEach
    void forgetThem() {
        QuarkusTransaction.requiringNew().run(() -> PartnerRow.delete("id in ?1", made));
    }

    @Test
    void partnersOfWhichNothingWasHeardAreMadeAndLockedWithTheOthers() {
        UUID known = Ids.next();
        UUID unheardOf = Ids.next();
        lock(List.of(known));

        List<PartnerRow> locked = lock(List.of(known, unheardOf));

        assertThat(locked).extracting(row -> row.id).containsExactlyInAnyOrder(known, unheardOf);
        assertThat(locked).extracting(row -> row.known).containsOnly(false);
    }

    @Test
    void whoHearOfTheSameNewPartnersAtOnceNeverWaitForEachOtherInACircle() throws Exception {
        try (ExecutorService intakes = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<UUID> fresh = Stream.generate(Ids::next).limit(12).toList();
                List<Future<?>> busy = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    var some = some(fresh, new SplittableRandom(round * AT_ONCE + i));
                    busy.add(intakes.submit(() -> lock(some)));
                }
                for (Future<?> each : busy) {
                    assertThatCode(each::get).doesNotThrowAnyException();
                }
            }
        }
    }

    private List<PartnerRow> lock(Iterable<UUID> ids) {
        TreeSet<UUID> asked = new TreeSet<>();
        ids.forEach(asked::add);
        made.addAll(asked);
        return QuarkusTransaction.requiringNew().call(() -> lockPartners.all(asked));
    }

    private static TreeSet<UUID> some(List<UUID> ids, SplittableRandom draw) {
        return ids.stream().filter(id -> draw.nextInt(3) > 0).collect(Collectors.toCollection(TreeSet::new));
    }
}
