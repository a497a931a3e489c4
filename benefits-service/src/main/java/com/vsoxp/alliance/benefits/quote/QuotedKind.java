package com.vsoxp.alliance.benefits.quote;

/** What can be quoted, and the benefit that takes something off its list price. */
public enum QuotedKind {
    LICENSE("LICENSE_DISCOUNT"),
    TRAINING("TRAINING_DISCOUNT");

    private final String benefit;

    QuotedKind(String benefit) {
        this.benefit = benefit;
    }

    /** The code of the benefit in the program's table. */
    public String benefit() {
        return benefit;
    }
}
