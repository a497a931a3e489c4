package com.vsoxp.alliance.local.demo.plot;

import java.util.List;

/** Turns a partner's fate into scenes. The same partner in the same year has the same scenes. */
public final class Plot {

    private static final String WEB_APPLICATIONS = "WEB_APPLICATIONS_ON_WINDOWS";
    private static final String INTERNAL_USE = "INTERNAL_USE";
    private static final String WEBSITE_LISTING = "WEBSITE_LISTING";
    private static final int END = Year.MONTHS;

    /** Enough for a premier's year, whatever else is sold. */
    private static final int LARGE_ORDER = 18;

    private Plot() {}

    /** A partner's scenes in the order they are played. */
    public static List<Scene> of(CastMember member, Year year) {
        var diary = new Diary(member, year);
        switch (member.fate()) {
            case FOUNDER -> founder(diary);
            case CLIMBER -> climber(diary, member.joins());
            case STEADY -> steady(diary, member.joins());
            case NEWCOMER -> newcomer(diary, member.joins());
            case FADING_STAFF -> fadingStaff(diary);
            case FADING_SALES -> fadingSales(diary);
            case FADING_LISTING -> fadingListing(diary);
            case FADING_REFUND -> fadingRefund(diary);
            case DEMOTED -> demoted(diary);
            case SUSPENDED -> suspended(diary, member.joins());
            case REINSTATED -> reinstated(diary, member.joins());
            case TERMINATED -> terminated(diary, member.joins());
            case WITHDRAWN -> withdrawn(diary, member.joins());
        }
        return diary.scenes();
    }

    private static void founder(Diary diary) {
        almostPremier(diary).attest(0, WEBSITE_LISTING).hire(0).apply(0, "PREMIER");
        diary.hire(5).sellMonthly(1, END, 4, 5).reverse(END, 1, "Ordered one too many");
    }

    private static void climber(Diary diary, int joins) {
        diary.register(joins).apply(joins, "PREMIER").payFee(joins);
        diary.claimInVain(joins + 1, WEB_APPLICATIONS).attest(joins + 1, WEBSITE_LISTING);
        diary.attest(joins + 2, WEB_APPLICATIONS).hire(joins + 2);
        diary.publish(joins + 2, joins + 3, joins + 4).sellMonthly(joins + 1, END, 3, 5);
    }

    private static void steady(Diary diary, int joins) {
        reseller(diary, joins).attest(joins + 1, WEBSITE_LISTING).publish(joins + 4);
        diary.sellMonthly(joins + 1, END, 2, 2);
    }

    private static void newcomer(Diary diary, int joins) {
        reseller(diary, joins).sellMonthly(Math.min(joins + 1, END), END, 1, 2);
    }

    private static void fadingStaff(Diary diary) {
        almostPremier(diary).attest(0, WEBSITE_LISTING).hireUntilExpiry(0, 10).apply(0, "PREMIER");
        diary.sellMonthly(1, END, 2, 4);
    }

    private static void fadingSales(Diary diary) {
        almostPremier(diary).attest(0, WEBSITE_LISTING).hire(0).apply(0, "PREMIER");
        diary.sellMonthly(2, END, 1, 1);
    }

    private static void fadingListing(Diary diary) {
        almostPremier(diary).attestUntil(0, WEBSITE_LISTING, 11).hire(0).apply(0, "PREMIER");
        diary.sellMonthly(1, END, 2, 4);
    }

    private static void fadingRefund(Diary diary) {
        almostPremier(diary).attest(0, WEBSITE_LISTING).hire(0).apply(0, "PREMIER");
        diary.sell(8, LARGE_ORDER).reverse(11, LARGE_ORDER, "The customer's project was called off");
    }

    /** The consultant leaves early enough for the cure period of 90 days to pass within the year. */
    private static void demoted(Diary diary) {
        almostPremier(diary).attest(0, WEBSITE_LISTING).hireAndLose(0, 5).apply(0, "PREMIER");
        diary.sellMonthly(1, END, 2, 4);
    }

    private static void suspended(Diary diary, int joins) {
        reseller(diary, joins).sellMonthly(1, 10, 2, 2);
        diary.move(11, "suspension", "Claims on its web site that it was asked to correct");
    }

    private static void reinstated(Diary diary, int joins) {
        reseller(diary, joins).sellMonthly(1, END, 2, 3);
        diary.move(6, "suspension", "Annual papers are missing").move(8, "reinstatement", "The papers have come");
    }

    private static void terminated(Diary diary, int joins) {
        reseller(diary, joins).sellMonthly(1, 9, 1, 2);
        diary.move(10, "termination", "It was sold, and its new owner does not take part");
    }

    private static void withdrawn(Diary diary, int joins) {
        reseller(diary, joins).sellMonthly(joins + 1, 7, 1, 1);
        diary.move(9, "withdrawal", "It no longer sells software");
    }

    /** All that a premier needs on the first day but a listing and a consultant, and stories enough for the year to come. */
    private static Diary almostPremier(Diary diary) {
        return diary.register(0)
                .payFee(0)
                .attest(0, WEB_APPLICATIONS)
                .attest(0, INTERNAL_USE)
                .publish(0, 0, 0, 3, 6, 9)
                .sell(0, LARGE_ORDER);
    }

    private static Diary reseller(Diary diary, int joins) {
        return diary.register(joins).apply(joins, "RESELLER");
    }
}
