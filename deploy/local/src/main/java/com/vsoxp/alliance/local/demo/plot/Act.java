package com.vsoxp.alliance.local.demo.plot;

import java.time.LocalDate;

/** Something a partner does, or that is done about it. */
public sealed interface Act {

    /** It is taken into the records. */
    record Register() implements Act {}

    /** It applies for a tier. */
    record Apply(String tier) implements Act {}

    /** It pays the program fee. */
    record PayFee(LocalDate paidOn) implements Act {}

    /**
     * It claims something, and the claim is checked.
     *
     * @param verified whether the check confirms it
     * @param validUntil null for ever
     */
    record Attest(String kind, boolean verified, LocalDate validUntil) implements Act {}

    /**
     * It has a trained consultant.
     *
     * @param expiresOn null for never
     */
    record Hire(Person person, LocalDate certifiedOn, LocalDate expiresOn) implements Act {}

    /** A consultant leaves it. */
    record Depart(Person person, LocalDate leftOn) implements Act {}

    /** A customer's success is told. */
    record Publish(Story story) implements Act {}

    /**
     * It sells licenses.
     *
     * @param order counts its sales from 1
     */
    record Sell(int order, int licenses, LocalDate soldOn) implements Act {}

    /** Licenses of an order come back. */
    record Reverse(int order, int licenses, String reason) implements Act {}

    /** It names a person who may ask for support. */
    record Authorize(Person person) implements Act {}

    /**
     * Its enrollment is moved.
     *
     * @param move as the last part of the endpoint's path
     */
    record Move(String move, String reason) implements Act {}

    record Person(String name, String email) {}

    record Story(String title, String customer, String summary, String body) {}
}
