package com.vsoxp.alliance.partner.deal.life;

/** The rules of a deal's life: which move leads where. */
public final class DealLife {

    private DealLife() {}

    /**
     * Where a deal stands after a move.
     *
     * @throws ImpossibleDealMoveException if it cannot be made where the deal stands
     */
    public static DealStatus after(DealStatus from, DealMove move) {
        return switch (from) {
            case REGISTERED ->
                switch (move) {
                    case CHANGE -> DealStatus.REGISTERED;
                    case APPROVE -> DealStatus.APPROVED;
                    case REJECT -> DealStatus.REJECTED;
                    case EXPIRE -> DealStatus.EXPIRED;
                    case CONVERT -> throw new ImpossibleDealMoveException(from, move);
                };
            case APPROVED ->
                switch (move) {
                    case CHANGE -> DealStatus.APPROVED;
                    case EXPIRE -> DealStatus.EXPIRED;
                    case CONVERT -> DealStatus.CONVERTED;
                    case APPROVE, REJECT -> throw new ImpossibleDealMoveException(from, move);
                };
            case REJECTED, EXPIRED, CONVERTED -> throw new ImpossibleDealMoveException(from, move);
        };
    }
}
