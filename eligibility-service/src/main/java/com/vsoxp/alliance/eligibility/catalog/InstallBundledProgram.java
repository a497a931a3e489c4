package com.vsoxp.alliance.eligibility.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.document.ProgramView;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.outbox.NewEvent;
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

/** Publishes the version of the program that this service is shipped with, once, whichever replica starts first. */
@UseCase
public class InstallBundledProgram {

    private static final String BUNDLED = "/programs/2.0.yaml";

    private record ProgramPublished(ProgramView program) {}

    private final EntityManager database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    InstallBundledProgram(EntityManager database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Publishes it unless it is published already. */
    @Transactional
    public void install(@Observes StartupEvent started) {
        Program program = ProgramReader.readYaml(bundled());
        if (insertedFirst(program)) {
            outbox.append(new NewEvent(
                    AllianceTopics.ELIGIBILITY,
                    "alliance.program.published",
                    "program",
                    new ProgramPublished(ProgramView.of(program, null))));
        }
    }

    private boolean insertedFirst(Program program) {
        return database.createNativeQuery("""
                                insert into program (version, effective_from, published_at, document)
                                values (?1, ?2, ?3, ?4) on conflict do nothing""")
                        .setParameter(1, program.version())
                        .setParameter(2, program.effectiveFrom())
                        .setParameter(3, clock.instant())
                        .setParameter(4, document(program))
                        .executeUpdate()
                == 1;
    }

    private String document(Program program) {
        try {
            return json.writeValueAsString(ProgramView.of(program, null));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bundled() {
        try (var stream = InstallBundledProgram.class.getResourceAsStream(BUNDLED)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
