package com.vsoxp.alliance.partner.bulk;

/**
 * One line of a file.
 *
 * @param number counted from 1, blank lines included
 * @param bytes without its end; null for a line that is too long to be kept
 */
record Line(long number, byte[] bytes) {

    boolean isTooLong() {
        return bytes == null;
    }
}
