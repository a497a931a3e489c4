package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.catalog.draft.DraftRow;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The programs, ready to evaluate. A published one is read once, since it never changes; a draft each time. */
@ApplicationScoped
public class Programs {

    private final Map<String, Program> read = new ConcurrentHashMap<>();

    /** A version of the program and whether it may still change. */
    public record Edition(Program program, Status status) {}

    /** The version of this name, if it is published. */
    public Optional<Program> version(String version) {
        return Optional.ofNullable(
                read.computeIfAbsent(version, unread -> ProgramRow.<ProgramRow>findByIdOptional(unread)
                        .map(row -> ProgramReader.readKept(row.document))
                        .orElse(null)));
    }

    /** The version of this name, a draft too. */
    public Optional<Edition> edition(String version) {
        return version(version)
                .map(program -> new Edition(program, Status.PUBLISHED))
                .or(() -> DraftRow.of(version).map(draft -> new Edition(draft.program(), Status.DRAFT)))
                // Published between the two looks.
                .or(() -> version(version).map(program -> new Edition(program, Status.PUBLISHED)));
    }

    /** All published versions, in the order in which they come into force. */
    public List<Program> published() {
        return ProgramRow.inOrder().stream()
                .map(version -> version(version).orElseThrow())
                .toList();
    }

    /** The same as a succession. */
    public Succession succession() {
        return new Succession(published());
    }

    /** The version in force: of those whose first day has come in their own time zone, the latest. */
    public Program inForce(Instant now) {
        return succession().inForce(now);
    }
}
