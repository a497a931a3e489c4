package com.vsoxp.alliance.partner.deal.life;

/** A move that cannot be made where a deal stands; the message says so, in words for a person. */
public class ImpossibleDealMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleDealMoveException(DealStatus from, DealMove move) {
        super("A deal that is " + from + " cannot be " + move.participle() + ".");
    }
}
