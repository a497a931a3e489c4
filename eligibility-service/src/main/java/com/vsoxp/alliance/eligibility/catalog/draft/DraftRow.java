package com.vsoxp.alliance.eligibility.catalog.draft;

import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.program.Program;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A version of the program that is being written. */
@Entity
@Table(name = "program_draft")
public class DraftRow extends PanacheEntityBase {

    @Id
    public String version;

    /** The document as JSON. */
    public String document;

    public Instant createdAt;

    public Instant changedAt;

    /** The caller's name by its token. */
    public String changedBy;

    /** The draft of this version, if there is one. */
    public static Optional<DraftRow> of(String version) {
        return findByIdOptional(version);
    }

    /** The same, as it is now; until the transaction ends nobody else may write it. */
    public static Optional<DraftRow> locked(String version) {
        return DraftRow.<DraftRow>find("version", version)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** What it says. */
    public Program program() {
        return ProgramReader.readKept(document);
    }
}
