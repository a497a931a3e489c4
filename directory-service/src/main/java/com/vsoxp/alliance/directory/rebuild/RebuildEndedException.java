package com.vsoxp.alliance.directory.rebuild;

/** A rebuild cannot go on; the message tells an operator why. Nothing was changed. */
class RebuildEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildEndedException(String message) {
        super(message);
    }
}
