package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The event {@code alliance.program.published}: the whole document, which never changes again, and all that is kept of its
 * publication but who published it, since no topic names a person.
 *
 * @param rehearsalId the rehearsal on which it was published; null for the version that the service is shipped with
 */
public record ProgramPublished(ProgramView program, Instant publishedAt, UUID rehearsalId) {

    /** All versions are told in one stream, so that they arrive in the order of their publication. */
    public static final String STREAM = "program";

    /** What is told of a version that is published. */
    public static NewEvent of(Program program, Instant publishedAt, UUID rehearsalId) {
        return new NewEvent(
                AllianceTopics.ELIGIBILITY,
                "alliance.program.published",
                STREAM,
                new ProgramPublished(ProgramView.of(program, null), publishedAt, rehearsalId));
    }
}
