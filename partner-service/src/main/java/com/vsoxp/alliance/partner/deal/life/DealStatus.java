package com.vsoxp.alliance.partner.deal.life;

/** Where a deal stands. */
public enum DealStatus {
    /** Asked for; the customer is spoken for until somebody decides, or it expires. */
    REGISTERED,
    /** The customer is the partner's to sell to until it expires. */
    APPROVED,
    /** Refused. */
    REJECTED,
    /** Over without a sale. */
    EXPIRED,
    /** A sale came of it. */
    CONVERTED;

    /** Whether it is still being pursued. */
    public boolean isOpen() {
        return this == REGISTERED || this == APPROVED;
    }
}
