/**
 * The evaluation of many partners at once, on one day: facts are folded into columns of plain numbers as they are read, so that
 * it takes about a hundred bytes of memory for a partner, however many facts it has. Plain Java; properties hold it to the rules
 * of {@code evaluation} and {@code standing}.
 */
package com.vsoxp.alliance.eligibility.rehearsal.columns;
