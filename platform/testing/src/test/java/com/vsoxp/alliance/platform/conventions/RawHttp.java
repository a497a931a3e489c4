package com.vsoxp.alliance.platform.conventions;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class RawHttp {

    private RawHttp() {}

    /** Everything the service answers until it closes the connection. */
    static String send(String head, byte[]... body) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                for (byte[] part : body) {
                    out.write(part);
                }
                out.flush();
            } catch (SocketException e) {
                // The service answered early and listens no more; its answer is still there to read.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
