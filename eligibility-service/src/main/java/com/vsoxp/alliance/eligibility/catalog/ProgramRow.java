package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A published version of the program. */
@Entity
@Immutable
@Table(name = "program")
public class ProgramRow extends PanacheEntityBase {

    @Id
    public String version;

    public LocalDate effectiveFrom;

    public Instant publishedAt;

    /** The caller's name by its token; null for the version that the service is shipped with. */
    public String publishedBy;

    /** The rehearsal on which it was published; null likewise. */
    public UUID rehearsalId;

    /** The document as JSON. */
    public String document;

    /** Refuses to go on with a version that is published; 409. */
    public static void mustNotBePublished(String version) {
        if (findById(version) != null) {
            throw Problems.conflict(
                    "PUBLISHED", "Version " + version + " is published, and a published version never changes.");
        }
    }

    /** The version that comes into force last of all that are published. */
    public static Optional<ProgramRow> newest() {
        return find("order by effectiveFrom desc, publishedAt desc").firstResultOptional();
    }

    /** The names of all versions, in the order in which they come into force. */
    static List<String> inOrder() {
        return find("select version from ProgramRow order by effectiveFrom, publishedAt")
                .project(String.class)
                .list();
    }
}
