package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.outbox.NewEvent;

/** The event {@code alliance.program.published}: the whole document, which never changes again. */
public record ProgramPublished(ProgramView program) {

    /** All versions are told in one stream, so that they arrive in the order of their publication. */
    private static final String STREAM = "program";

    /** What is told of a version that is published. */
    public static NewEvent of(Program program) {
        return new NewEvent(
                AllianceTopics.ELIGIBILITY,
                "alliance.program.published",
                STREAM,
                new ProgramPublished(ProgramView.of(program, null)));
    }
}
