package com.vsoxp.alliance.partner.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds results that the caller has not read yet, in a file that nobody else sees. Many HTTP clients send a whole request
 * before they look at the answer: without this they and the service would wait for one another as soon as the buffers of the
 * connection are full. Results go out as soon as they are read; only who is far behind holds up the import.
 */
final class ResultSpool implements AutoCloseable {

    private static final int AT_ONCE = 32 * 1024;

    private final OutputStream answer;
    private final long maxBehind;
    private final long deadline;
    private final FileChannel file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread sender;
    private long written;
    private long sent;
    private boolean complete;
    private IOException failure;

    /**
     * Begins to send.
     *
     * @param maxBehind how many bytes the caller may be behind before {@link #write} waits
     * @param patience how long in all
     */
    ResultSpool(OutputStream answer, long maxBehind, Duration patience) throws IOException {
        this.answer = answer;
        this.maxBehind = maxBehind;
        this.deadline = System.nanoTime() + patience.toNanos();
        Path path = Files.createTempFile("import-results-", ".ndjson");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.sender = Thread.ofVirtual().name("import-results").start(this::send);
    }

    /**
     * Adds results; waits while the caller is too far behind.
     *
     * @throws IOException if the caller has gone, or has not read for too long
     */
    void write(byte[] results) throws IOException {
        lock.lock();
        try {
            while (failure == null && written - sent > maxBehind) {
                awaitChange();
            }
            throwFailure();
            ByteBuffer rest = ByteBuffer.wrap(results);
            while (rest.hasRemaining()) {
                written += file.write(rest, written);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the caller has everything. */
    void finish() throws IOException {
        lock.lock();
        try {
            complete = true;
            changed.signalAll();
            while (failure == null && sent < written) {
                awaitChange();
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        sender.interrupt();
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private void send() {
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        try {
            while (readNext(buffer)) {
                answer.write(buffer.array(), 0, buffer.position());
                answer.flush();
                note(buffer.position());
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Waits for results; false if there will be none. */
    private boolean readNext(ByteBuffer buffer) throws IOException {
        lock.lock();
        try {
            while (sent == written && !complete) {
                changed.await();
            }
            buffer.clear().limit((int) Math.min(AT_ONCE, written - sent));
            while (buffer.hasRemaining()) {
                file.read(buffer, sent + buffer.position());
            }
            return buffer.position() > 0;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Begins the file anew whenever everything is sent: it is never longer than the caller is behind. */
    private void note(int bytes) throws IOException {
        lock.lock();
        try {
            sent += bytes;
            if (sent == written) {
                file.truncate(0);
                sent = 0;
                written = 0;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(IOException e) {
        lock.lock();
        try {
            failure = e;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange() throws IOException {
        try {
            if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
                throw new IOException("The results were not read in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
