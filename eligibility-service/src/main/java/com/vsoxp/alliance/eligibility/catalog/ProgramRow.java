package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** The document as JSON. */
    public String document;

    /** Versions with their first day in force, the latest first. */
    static List<Effective> latestFirst() {
        return find("order by effectiveFrom desc, publishedAt desc")
                .project(Effective.class)
                .list();
    }

    /** One page of all versions, by their names. */
    static Page<ProgramRow> page(PageRequest request) {
        String after = request.cursor().map(cursor -> cursor.text(0)).orElse("");
        List<ProgramRow> rows = ProgramRow.<ProgramRow>find("version > ?1 order by version", after)
                .range(0, request.rowsToRead() - 1)
                .list();
        return Page.of(rows, request, row -> Cursor.encode(row.version));
    }

    /** When a version comes into force. */
    record Effective(String version, LocalDate effectiveFrom) {}
}
