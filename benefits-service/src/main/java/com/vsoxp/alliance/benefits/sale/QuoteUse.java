package com.vsoxp.alliance.benefits.sale;

/** What a sale has of the quote that it names. */
public enum QuoteUse {
    /** Its prices hold for the sale, as far as the quote goes. */
    HONORED,
    /** There is no such quote. */
    UNKNOWN,
    /** The quote was issued to a partner that never had any of this sale. */
    OF_ANOTHER_PARTNER,
    /** The day of the sale is before the quote was issued, or after its validity. */
    NOT_VALID_THEN,
    /** The sale is in another currency than the quote. */
    OTHER_CURRENCY
}
