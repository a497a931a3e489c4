package com.vsoxp.alliance.partner.outbound;

import java.net.UnknownHostException;

/** An address at which this service does not ask; the message says why, and nothing of what is behind it. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
