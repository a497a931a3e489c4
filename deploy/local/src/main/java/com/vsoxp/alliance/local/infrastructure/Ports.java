package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Port numbers of this machine's loopback address. */
public final class Ports {

    private Ports() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @throws Refusal if the port is taken, naming it and what needs it
     */
    public static int resolve(int wanted, String neededBy) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new Refusal("Port " + wanted + " is in use, and " + neededBy + " needs it.", taken);
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
