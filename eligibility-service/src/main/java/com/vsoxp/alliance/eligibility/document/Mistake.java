package com.vsoxp.alliance.eligibility.document;

/**
 * Something wrong in a program document.
 *
 * @param pointer the place, as a JSON pointer
 * @param code what kind of mistake, for a program
 * @param detail what is wrong, for a person
 */
public record Mistake(String pointer, String code, String detail) {}
