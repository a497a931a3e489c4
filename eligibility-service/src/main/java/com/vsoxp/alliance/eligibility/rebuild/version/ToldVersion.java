package com.vsoxp.alliance.eligibility.rebuild.version;

import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A version of the program as its publication was told.
 *
 * @param publishedAt in the database's own precision
 * @param rehearsalId the rehearsal on which it was published; null for the version that the service is shipped with
 * @param sequence the place of its event among those of all versions
 */
public record ToldVersion(Program program, Instant publishedAt, UUID rehearsalId, long sequence) {

    /** The type of the events that tell of publications. */
    public static final String TYPE = "alliance.program.published";

    /** As far as it does not belong to the document. */
    private record Publication(Instant publishedAt, UUID rehearsalId) {}

    /**
     * Reads the event.
     *
     * @throws RuntimeException if it is not as this service writes them
     */
    public static ToldVersion of(ReceivedEvent event) {
        Publication publication = event.dataAs(Publication.class);
        // Events did not always say when: then it is the time of the event, which came with it.
        Instant at = publication.publishedAt() == null ? event.time() : publication.publishedAt();
        return new ToldVersion(
                ProgramReader.readTold(event.content()),
                at.truncatedTo(ChronoUnit.MICROS),
                publication.rehearsalId(),
                event.sequence());
    }

    String version() {
        return program.version();
    }
}
