package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Publishes the version of the program that this service is shipped with, once, whichever replica starts first. */
@UseCase
public class InstallBundledProgram {

    private static final String BUNDLED = "/programs/2.0.yaml";

    private final EntityManager database;
    private final Outbox outbox;
    private final Clock clock;

    InstallBundledProgram(EntityManager database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Publishes it unless it is published already. */
    @Transactional
    public void install(@Observes StartupEvent started) {
        Program program = ProgramReader.readYaml(bundled());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (insertedFirst(program, now)) {
            outbox.append(ProgramPublished.of(program, now, null));
        }
    }

    private boolean insertedFirst(Program program, Instant now) {
        return database.createNativeQuery("""
                                insert into program (version, effective_from, published_at, document)
                                values (?1, ?2, ?3, ?4) on conflict do nothing""")
                        .setParameter(1, program.version())
                        .setParameter(2, program.effectiveFrom())
                        .setParameter(3, now)
                        .setParameter(4, ProgramText.json(program, null))
                        .executeUpdate()
                == 1;
    }

    private static String bundled() {
        try (var stream = InstallBundledProgram.class.getResourceAsStream(BUNDLED)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
