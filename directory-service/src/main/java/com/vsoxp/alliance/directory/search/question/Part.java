package com.vsoxp.alliance.directory.search.question;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Those of the listings found that have the same place in an order, and are sorted by name among themselves.
 *
 * @param place the smallest comes first
 * @param found what else they fulfil, by indexes
 * @param checked the same, to be checked on listings that are met in the order of names
 * @param tiers the only ones they have; empty for any
 * @param size how many they are; empty if nobody counted
 */
public record Part(int place, String found, String checked, Set<String> tiers, OptionalLong size) {

    /** All of them. */
    public static final Part ALL = ofGrade(0, "true", "true");

    /** Those that fit words so well. */
    public static Part ofGrade(int grade, String found, String checked) {
        return new Part(grade, found, checked, Set.of(), OptionalLong.empty());
    }

    /** The same, counted. */
    public Part ofSize(long counted) {
        return new Part(place, found, checked, tiers, OptionalLong.of(counted));
    }
}
