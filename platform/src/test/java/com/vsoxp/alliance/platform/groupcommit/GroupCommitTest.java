package com.vsoxp.alliance.platform.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);

    @Test
    void aRequestThatComesAloneIsWrittenAtOnce() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::write)) {
            assertThat(answer(lane.submit(7))).isEqualTo("wrote 7");
            assertThat(groups).containsExactly(List.of(7));
        }
    }

    @Test
    void whatComesDuringACommitIsWrittenTogetherInTheNext() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::writeWhenAllowed)) {
            lane.submit(0);
            begun.await();
            List<CompletionStage<String>> answers =
                    IntStream.rangeClosed(1, 5).mapToObj(lane::submit).toList();
            mayCommit.countDown();
            assertThat(answer(answers.getLast())).isEqualTo("wrote 5");
            assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
        }
    }

    @Test
    void whoComesAfterOneThatWasAloneIsNotKeptForCompany() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, Duration.ofMinutes(1), this::write)) {
            assertThat(answer(lane.submit(1))).isEqualTo("wrote 1");
            assertThat(answer(lane.submit(2))).isEqualTo("wrote 2");
            assertThat(groups).containsExactly(List.of(1), List.of(2));
        }
    }

    @Test
    void thoseWhoComeAgainOneAfterAnotherAreWrittenTogether() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, Duration.ofSeconds(1), this::writeWhenAllowed)) {
            lane.submit(0);
            begun.await();
            CompletionStage<String> company =
                    IntStream.of(1, 2).mapToObj(lane::submit).toList().getLast();
            mayCommit.countDown();
            answer(company);
            lane.submit(3);
            answer(lane.submit(4));
            assertThat(groups).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4));
        }
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::writeWhenAllowed)) {
            CompletableFuture<String> answer = lane.submit(1).toCompletableFuture();
            begun.await();
            assertThat(answer).isNotDone();
            mayCommit.countDown();
            assertThat(answer(answer)).isEqualTo("wrote 1");
        }
    }

    @Test
    void whileOneGroupCommitsTheNextIsWritten() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::passOnAndCommitWhenAllowed)) {
            CompletionStage<String> first = lane.submit(-1);
            begun.await();
            assertThat(answer(lane.submit(2))).isEqualTo("wrote 2");
            assertThat(first.toCompletableFuture()).isNotDone();
            mayCommit.countDown();
            assertThat(answer(first)).isEqualTo("wrote -1");
        }
    }

    @Test
    void oneThatCannotBeWrittenSpoilsNoOther() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::writeWhenAllowed)) {
            lane.submit(0);
            begun.await();
            List<CompletionStage<String>> answers =
                    IntStream.of(1, 2, -3, 4, 5).mapToObj(lane::submit).toList();
            mayCommit.countDown();
            assertThatThrownBy(() -> answer(answers.get(2)))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
            for (int i : List.of(0, 1, 3, 4)) {
                assertThat(answer(answers.get(i))).startsWith("wrote");
            }
        }
    }

    @Test
    void anOutageIsToldToAllAndNotTriedAgainInParts() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 10, this::breakDown)) {
            lane.submit(0);
            begun.await();
            List<CompletionStage<String>> answers =
                    IntStream.rangeClosed(1, 4).mapToObj(lane::submit).toList();
            mayCommit.countDown();
            answers.forEach(each -> assertThatThrownBy(() -> answer(each))
                    .hasRootCauseInstanceOf(SQLTransientConnectionException.class));
            assertThat(groups).hasSize(2);
        }
    }

    @Test
    void whenTooManyWaitTheNextIsToldToComeBack() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(10, 3, this::writeWhenAllowed)) {
            lane.submit(0);
            begun.await();
            IntStream.rangeClosed(1, 3).forEach(lane::submit);
            assertThat(lane.waiting()).isEqualTo(3);
            assertThatThrownBy(() -> lane.submit(4)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
                assertThat(refusal.type()).isEqualTo(ProblemType.UNAVAILABLE);
                assertThat(refusal.retryAfter()).isPresent();
            });
            mayCommit.countDown();
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void aGroupIsNoLargerThanAllowed() throws Exception {
        try (GroupCommit<Integer, String> lane = lane(2, 10, this::writeWhenAllowed)) {
            lane.submit(0);
            begun.await();
            IntStream.rangeClosed(1, 5).forEach(lane::submit);
            mayCommit.countDown();
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void onceClosedItHasWrittenWhatWaitedAndTakesNoMore() throws Exception {
        GroupCommit<Integer, String> lane = lane(10, 10, this::write);
        CompletionStage<String> last = lane.submit(1);
        lane.close();
        assertThat(answer(last)).isEqualTo("wrote 1");
        assertThatThrownBy(() -> lane.submit(2)).isInstanceOf(ProblemException.class);
    }

    private List<String> write(List<Integer> group, Runnable underway) {
        groups.add(List.copyOf(group));
        return group.stream().map(each -> "wrote " + each).toList();
    }

    private List<String> writeWhenAllowed(List<Integer> group, Runnable underway) {
        waitForPermission();
        if (group.stream().anyMatch(each -> each < 0)) {
            throw new IllegalStateException(new IllegalArgumentException("negative"));
        }
        return write(group, underway);
    }

    private List<String> passOnAndCommitWhenAllowed(List<Integer> group, Runnable underway) {
        underway.run();
        if (group.getFirst() < 0) {
            waitForPermission();
        }
        return write(group, underway);
    }

    private List<String> breakDown(List<Integer> group, Runnable underway) {
        waitForPermission();
        groups.add(List.copyOf(group));
        throw new IllegalStateException(new SQLTransientConnectionException("gone"));
    }

    private void waitForPermission() {
        begun.countDown();
        try {
            mayCommit.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GroupCommit<Integer, String> lane(int largest, int limit, GroupWriter<Integer, String> writer) {
        return lane(largest, limit, Duration.ZERO, writer);
    }

    private static GroupCommit<Integer, String> lane(
            int largest, int limit, Duration gatherFor, GroupWriter<Integer, String> writer) {
        return new GroupCommit<>("test-lane", new GroupCommitSettings(largest, limit, gatherFor), writer);
    }

    private static <T> T answer(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
