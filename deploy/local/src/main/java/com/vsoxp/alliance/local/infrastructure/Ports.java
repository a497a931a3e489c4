package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Port numbers of this machine's loopback address. */
public final class Ports {

    private static final int PROBE_MILLIS = 500;

    private Ports() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @throws Refusal if the port is taken, naming it and what needs it
     */
    public static int resolve(int wanted, String neededBy) {
        if (wanted != 0 && isAnswered(wanted)) {
            throw new Refusal(inUse(wanted, neededBy));
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new Refusal(inUse(wanted, neededBy), taken);
        }
    }

    private static String inUse(int port, String neededBy) {
        return "Port " + port + " is in use, and " + neededBy + " needs it.";
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

    /** A port that nobody listened on a moment ago. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
