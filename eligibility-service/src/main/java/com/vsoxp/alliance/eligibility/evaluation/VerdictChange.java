package com.vsoxp.alliance.eligibility.evaluation;

/**
 * A verdict that is another one than it was.
 *
 * @param requirement code of the requirement
 * @param tier code of the tier that it is about
 */
public record VerdictChange(String requirement, String tier, Verdict from, Verdict to) {}
