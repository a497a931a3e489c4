package com.vsoxp.alliance.partner.outbound;

import com.vsoxp.alliance.partner.outbound.Outcome.Refused;
import com.vsoxp.alliance.partner.outbound.Outcome.Reply;
import com.vsoxp.alliance.partner.outbound.Outcome.TimedOut;
import com.vsoxp.alliance.partner.outbound.Outcome.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;

/** A request, or a chain of them, that somebody else may put an end to. */
final class Exchange {

    private final HttpClient client;
    private HttpUriRequestBase current;
    private boolean cancelled;

    Exchange(HttpClient client) {
        this.client = client;
    }

    /** Ends what is going on, and lets nothing follow. */
    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel();
        }
    }

    /** Sends one request, and reads no more than so many bytes of the answer. */
    Outcome send(URI url, HttpUriRequestBase request, int maxBytes) {
        ClassicHttpResponse response = null;
        try {
            AddressGuard.vetForm(url);
            begin(request);
            response = client.executeOpen(null, request, null);
            return reply(url, response, maxBytes);
        } catch (RefusedAddressException e) {
            return new Refused(e.getMessage());
        } catch (SocketTimeoutException e) {
            return new TimedOut();
        } catch (IOException e) {
            return new Unreachable(words(e));
        } finally {
            // What was not read is not waited for: the connection is cut, and none is ever used twice.
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private synchronized void begin(HttpUriRequestBase request) {
        current = request;
        if (cancelled) {
            request.cancel();
        }
    }

    private static Reply reply(URI from, ClassicHttpResponse response, int maxBytes) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] read = entity == null ? new byte[0] : entity.getContent().readNBytes(maxBytes + 1);
        boolean truncated = read.length > maxBytes;
        return new Reply(
                from,
                response.getCode(),
                headers(response),
                truncated ? Arrays.copyOf(read, maxBytes) : read,
                truncated);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    /** Own words: those of the exceptions hold addresses. */
    private static String words(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> "The host's name is not known.";
            case ConnectException _ -> "No connection could be made.";
            case SSLException _ -> "No trusted TLS connection could be made.";
            case ClientProtocolException _ -> "The answer is not HTTP.";
            default -> "The connection broke before the answer was complete.";
        };
    }
}
