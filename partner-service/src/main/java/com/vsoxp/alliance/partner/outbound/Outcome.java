package com.vsoxp.alliance.partner.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What came of asking at an address that a user named. */
public sealed interface Outcome {

    /**
     * Somebody answered; whatever the status, it is theirs.
     *
     * @param from the address that answered: another than was asked if it redirected
     * @param headers by lower-case name; of several of one name the first
     * @param body its first bytes
     * @param truncated whether there was more
     */
    record Reply(URI from, int status, Map<String, String> headers, byte[] body, boolean truncated) implements Outcome {

        /** The header of that lower-case name. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** There is no answer. */
    sealed interface NoAnswer extends Outcome {

        /** Why, in a sentence for whoever named the address. It tells nothing of this service's own network. */
        String reason();
    }

    /** The address is not one at which this service asks, whether it was named or redirected to. */
    record Refused(String reason) implements NoAnswer {}

    /** Nobody is there, or what is there does not speak HTTP. */
    record Unreachable(String reason) implements NoAnswer {}

    /** They took too long. */
    record TimedOut() implements NoAnswer {

        @Override
        public String reason() {
            return "There was no complete answer in time.";
        }
    }

    /** Too many exchanges run already: it was not tried, and says nothing of the other side. */
    record NotTried() implements NoAnswer {

        @Override
        public String reason() {
            return "Not tried: too many addresses are being asked.";
        }
    }
}
