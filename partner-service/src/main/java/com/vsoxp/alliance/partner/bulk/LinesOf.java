package com.vsoxp.alliance.partner.bulk;

import java.util.List;

/** What the lines of a file are, and how they are recorded. */
interface LinesOf<T> {

    /** What each line has to be. */
    Class<T> type();

    /**
     * Checks what no single field of a line shows.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule
     */
    void check(T line);

    /**
     * Records a chunk of checked lines in the caller's transaction. May throw for the chunk because of one of its lines: then nothing
     * is recorded, and each line will be tried alone.
     *
     * @return what became of each line, in their order
     */
    List<Outcome> record(List<T> lines);
}
