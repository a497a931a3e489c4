package com.vsoxp.alliance.partner.webhook.dispatch;

import java.sql.SQLException;

/** The deliveries' tables could not be used; the cause says why. */
class DispatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DispatchException(String message, SQLException cause) {
        super(message, cause);
    }
}
