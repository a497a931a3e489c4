package com.vsoxp.alliance.partner.sale.recording;

/** The transaction that was to record a sale failed; the cause says why. */
class SaleNotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SaleNotRecordedException(Throwable cause) {
        super("A sale was not recorded", cause);
    }
}
