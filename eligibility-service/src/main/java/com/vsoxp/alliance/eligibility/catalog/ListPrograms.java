package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Lists versions, drafts and published ones together. */
@ApplicationScoped
class ListPrograms {

    private static final String PAGE = """
            select version, cast(document as json) ->> 'title' as title, status, effective_from, published_at from (
                select version, document, 'PUBLISHED' as status, effective_from, published_at from program
                union all
                select version, document, 'DRAFT', cast(cast(document as json) ->> 'effectiveFrom' as date), null from program_draft
            ) as edition
            where version > :after and (:status = '' or status = :status)
            order by version limit :most""";

    /** A version in the list. */
    record Listed(String version, String title, Status status, LocalDate effectiveFrom, Instant publishedAt) {}

    private final EntityManager database;

    ListPrograms(EntityManager database) {
        this.database = database;
    }

    /** One page, by their names; of both kinds if the status is null. */
    Page<Listed> page(Status status, PageRequest request) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(PAGE, Tuple.class)
                .setParameter(
                        "after", request.cursor().map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("status", status == null ? "" : status.name())
                .setParameter("most", request.rowsToRead())
                .getResultList();
        return Page.of(rows.stream().map(ListPrograms::listed).toList(), request, row -> Cursor.encode(row.version()));
    }

    private static Listed listed(Tuple row) {
        return new Listed(
                row.get("version", String.class),
                row.get("title", String.class),
                Status.valueOf(row.get("status", String.class)),
                row.get("effective_from", LocalDate.class),
                row.get("published_at", Instant.class));
    }
}
