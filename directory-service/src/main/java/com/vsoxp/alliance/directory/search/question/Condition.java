package com.vsoxp.alliance.directory.search.question;

/** @param found with an index's operator; {@code checked} the same by functions that no index knows */
record Condition(String found, String checked) {

    /** That a document matches the words that a parameter asks for. */
    static Condition matches(String column, String parameter) {
        return new Condition(
                column + " @@ cast(:" + parameter + " as tsquery)",
                "ts_match_vq(" + column + ", cast(:" + parameter + " as tsquery))");
    }
}
