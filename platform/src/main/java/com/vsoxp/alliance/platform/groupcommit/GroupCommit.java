package com.vsoxp.alliance.platform.groupcommit;

import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.resilience.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gathers what concurrent requests want to write into one transaction after another: while one is written, the next one fills,
 * and while the database has one, the next is made ready. A request that comes alone is written at once. Each is answered after its own
 * commit, and one that cannot be written spoils no other.
 *
 * @param <T> what a request wants written
 * @param <R> what it is answered
 */
public final class GroupCommit<T, R> implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    // How soon the lane sees that it is to close; a commit is never interrupted.
    private static final long LONGEST_NAP_MILLIS = 200;

    private final GroupWriter<T, R> writer;
    private final int largestGroup;
    private final Duration gatherFor;
    private final BlockingQueue<Waiting<T, R>> waiting;
    private final List<Thread> lanes;
    /** Held by the lane that fills and writes a group, until the rest is up to the database. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean closing;
    private int lastGroup;

    /**
     * Starts two lanes, which take turns.
     *
     * @param name of their threads
     * @param settings their limits
     */
    public GroupCommit(String name, GroupCommitSettings settings, GroupWriter<T, R> writer) {
        this.writer = writer;
        this.largestGroup = settings.largestGroup();
        this.gatherFor = settings.gatherFor();
        this.waiting = new ArrayBlockingQueue<>(settings.waitingLimit());
        Thread.Builder lane = Thread.ofPlatform().name(name + "-", 1).daemon();
        this.lanes = List.of(lane.start(this::run), lane.start(this::run));
    }

    /**
     * Queues one thing to be written. The stage is completed after the commit, or fails with what stood in the way.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 503 when too many wait already, or none are taken any more
     */
    public CompletionStage<R> submit(T wanted) {
        Waiting<T, R> request = new Waiting<>(wanted);
        if (closing || !waiting.offer(request)) {
            throw Problems.unavailable();
        }
        return request.answer();
    }

    /** How many wait for a transaction. */
    public int waiting() {
        return waiting.size();
    }

    /** Writes what waits, and takes no more. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        for (Thread lane : lanes) {
            lane.join(LONGEST_FAREWELL);
        }
    }

    private void run() {
        List<Waiting<T, R>> group = new ArrayList<>(largestGroup);
        boolean goesOn = true;
        while (goesOn) {
            turn.lock();
            try {
                goesOn = next(group);
                lastGroup = group.size();
                write(group);
            } finally {
                passTurn();
            }
            group.clear();
        }
    }

    private void passTurn() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** Returns false when there is nothing left and nothing more to come. */
    private boolean next(List<Waiting<T, R>> group) {
        boolean isLast = closing;
        try {
            Waiting<T, R> first = waiting.poll(isLast ? 0 : LONGEST_NAP_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                gather();
                group.add(first);
                waiting.drainTo(group, largestGroup - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
        return !group.isEmpty() || !isLast;
    }

    // Those who were answered together come again one after another: without a moment for the others, every second
    // group would be the one that is quickest. Who comes alone finds a group of one before, and is not kept.
    private void gather() throws InterruptedException {
        if (lastGroup > 1 && waiting.size() < lastGroup) {
            TimeUnit.NANOSECONDS.sleep(gatherFor.toNanos());
        }
    }

    // Whatever goes wrong in a group is told to those who asked; the lane goes on.
    private void write(List<Waiting<T, R>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<R> answers = writer.write(group.stream().map(Waiting::wanted).toList(), this::passTurn);
            for (int i = 0; i < answers.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            writeInParts(group, e);
        }
    }

    /** In halves down to the one that is at fault, unless the fault is nobody's. */
    private void writeInParts(List<Waiting<T, R>> group, RuntimeException failure) {
        if (group.size() == 1 || Outage.isPassing(failure)) {
            group.forEach(request -> request.answer().completeExceptionally(failure));
            return;
        }
        int half = group.size() / 2;
        write(group.subList(0, half));
        write(group.subList(half, group.size()));
    }
}
