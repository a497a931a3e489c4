package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The published programs, ready to evaluate. Each is read once, since a published version never changes. */
@ApplicationScoped
public class Programs {

    private final Map<String, Program> read = new ConcurrentHashMap<>();

    /** The version of this name, if it is published. */
    public Optional<Program> version(String version) {
        return Optional.ofNullable(
                read.computeIfAbsent(version, unread -> ProgramRow.<ProgramRow>findByIdOptional(unread)
                        .map(row -> ProgramReader.readYaml(row.document))
                        .orElse(null)));
    }

    /**
     * The version in force: of those whose first day has come in their own time zone, the latest.
     *
     * @throws IllegalStateException before the first one is in force
     */
    public Program inForce(Instant now) {
        return ProgramRow.latestFirst().stream()
                .map(effective -> version(effective.version()).orElseThrow())
                .filter(program -> !program.dayOf(now).isBefore(program.effectiveFrom()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No version of the program is in force at " + now));
    }
}
