package com.vsoxp.alliance.platform.problem;

/**
 * One bad field of a request.
 *
 * @param pointer where it is: a JSON Pointer (RFC 6901) into the body, {@code ?name} for a query parameter, or the name
 *     of a header
 * @param code what is wrong, for programs: stable, upper snake case
 * @param detail what is wrong, for people
 */
public record FieldError(String pointer, String code, String detail) {

    /** A query parameter's pointer. */
    public static String query(String name) {
        return "?" + name;
    }
}
