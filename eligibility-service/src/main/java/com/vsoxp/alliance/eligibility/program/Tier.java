package com.vsoxp.alliance.eligibility.program;

/**
 * A level of partnership.
 *
 * @param rank the higher, the better; unique within a program
 */
public record Tier(String code, String name, int rank, String description) {}
