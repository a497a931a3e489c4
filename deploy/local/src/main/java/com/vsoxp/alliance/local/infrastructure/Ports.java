package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Port numbers of this machine's loopback address. */
public final class Ports {

    private static final int PROBE_MILLIS = 500;

    /**
     * Below the numbers that Linux, macOS and Windows lend to outgoing connections. A free port of theirs may be lent out again before
     * the process that it was found for listens on it.
     */
    private static final int LOWEST = 20_000;

    private static final int COUNT = 12_768;

    /** Begins anywhere, so that launchers of one moment differ; goes on from there, so that no port is given twice in a row. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @throws Refusal if the port is taken, naming it and what needs it
     */
    public static int resolve(int wanted, String neededBy) {
        if (wanted == 0) {
            return free();
        }
        if (isAnswered(wanted) || !canBeBound(wanted)) {
            throw new Refusal("Port " + wanted + " is in use, and " + neededBy + " needs it.");
        }
        return wanted;
    }

    /** Some systems let a port of the loopback address be bound although another program has it on all addresses. */
    private static boolean isAnswered(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A port that nobody listened on a moment ago, and that no outgoing connection will take. */
    static int free() {
        return IntStream.generate(() -> LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT))
                .limit(COUNT)
                .filter(Ports::canBeBound)
                .findFirst()
                .orElseThrow(() -> new Refusal("No port of this machine is free."));
    }

    private static boolean canBeBound(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
