package com.vsoxp.alliance.partner.deal;

/** How far the selling has come. */
public enum DealStage {
    PROSPECT,
    QUALIFIED,
    PROPOSAL,
    NEGOTIATION
}
