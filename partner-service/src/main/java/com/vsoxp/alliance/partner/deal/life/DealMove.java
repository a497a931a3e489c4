package com.vsoxp.alliance.partner.deal.life;

/** What can happen to a deal. */
public enum DealMove {
    CHANGE("changed"),
    APPROVE("approved"),
    REJECT("rejected"),
    EXPIRE("let expire"),
    CONVERT("converted");

    private final String participle;

    DealMove(String participle) {
        this.participle = participle;
    }

    String participle() {
        return participle;
    }
}
