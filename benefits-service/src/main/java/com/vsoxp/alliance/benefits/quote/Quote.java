package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A promise of prices to a partner. It stays as it was issued, whatever becomes of the partner's tier. */
@Entity
@Immutable
@Table(name = "quote")
public class Quote extends PanacheEntityBase {

    /** Takes {@link #columns}. */
    static final String STORE = """
            insert into quote (id, partner_id, issued_at, issued_on, valid_until, issued_by, terms)
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::timestamptz[]), unnest(?::date[]), unnest(?::date[]),
                unnest(?::text[]), unnest(?::jsonb[])""";

    private static final UUID LAST = new UUID(-1, -1);
    private static final TermsColumn TERMS = new TermsColumn();

    @Id
    public UUID id;

    public UUID partnerId;

    public Instant issuedAt;

    /** The first day on which a sale may name it. */
    public LocalDate issuedOn;

    /** The last day on which a sale may name it. */
    public LocalDate validUntil;

    /** Who asked for it: the subject of the token. */
    public String issuedBy;

    @Convert(converter = TermsColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    public QuoteTerms terms;

    static Quote of(UUID partnerId, QuoteTerms terms, Instant issuedAt, LocalDate issuedOn, LocalDate validUntil) {
        var quote = new Quote();
        quote.id = Ids.next();
        quote.partnerId = partnerId;
        quote.terms = terms;
        quote.issuedAt = issuedAt;
        quote.issuedOn = issuedOn;
        quote.validUntil = validUntil;
        return quote;
    }

    static void columns(ArrayColumns<Quote> columns) throws SQLException {
        columns.set("uuid", quote -> quote.id)
                .set("uuid", quote -> quote.partnerId)
                .set("timestamptz", quote -> quote.issuedAt)
                .set("date", quote -> quote.issuedOn)
                .set("date", quote -> quote.validUntil)
                .set("text", quote -> quote.issuedBy)
                .set("jsonb", quote -> TERMS.convertToDatabaseColumn(quote.terms));
    }

    private static Quote require(UUID id) {
        return Quote.<Quote>findByIdOptional(id).orElseThrow(() -> Problems.notFound("quote", id));
    }

    /** The quote, or 404: also for a partner whose it is not. */
    public static Quote requireOwn(Caller caller, UUID id) {
        var quote = require(id);
        if (caller.isPartnerOnly()
                && caller.partnerId().filter(quote.partnerId::equals).isEmpty()) {
            throw Problems.notFound("quote", id);
        }
        return quote;
    }

    /** Keeps everybody else who locks it waiting until the transaction ends. */
    public void lock() {
        getEntityManager()
                .createNativeQuery("select id from quote where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** One page, the latest first. */
    static Page<Quote> page(PageRequest request) {
        return cut(request, find("id < ?1 order by id desc", before(request)));
    }

    /** One page of a partner's, the latest first. */
    static Page<Quote> pageOf(UUID partnerId, PageRequest request) {
        return cut(request, find("partnerId = ?1 and id < ?2 order by id desc", partnerId, before(request)));
    }

    private static UUID before(PageRequest request) {
        return request.cursor().map(cursor -> cursor.uuid(0)).orElse(LAST);
    }

    private static Page<Quote> cut(PageRequest request, PanacheQuery<Quote> found) {
        List<Quote> rows = found.range(0, request.rowsToRead() - 1).list();
        return Page.of(rows, request, quote -> Cursor.encode(quote.id));
    }
}
