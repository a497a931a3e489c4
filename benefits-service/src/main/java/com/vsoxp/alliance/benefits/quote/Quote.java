package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.benefits.holder.MergedHolder;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

    // Each partner's latest by the index, however many it has.
    private static final String LATEST_OF = """
            select latest.* from unnest(cast(:partners as uuid[])) as partner (id)
            cross join lateral (
                select * from quote where partner_id = partner.id and id < :before order by id desc limit :most) as latest
            order by latest.id desc limit :most""";

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

    /** The quote, or 404: also for a partner whose it is not, and that has become part of none, nor taken in one, whose it is. */
    public static Quote requireOwn(Caller caller, UUID id) {
        var quote = require(id);
        if (caller.isPartnerOnly()
                && caller.partnerId().filter(quote::belongsTo).isEmpty()) {
            throw Problems.notFound("quote", id);
        }
        return quote;
    }

    private boolean belongsTo(UUID partner) {
        return partnerId.equals(partner) || MergedHolder.heirOf(partnerId).equals(MergedHolder.heirOf(partner));
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
        return Page.byId(Quote.<Quote>find("id < ?1 order by id desc", request.beforeId()), request, quote -> quote.id);
    }

    /** One page of these partners' together, the latest first. */
    @SuppressWarnings("unchecked")
    static Page<Quote> pageOf(List<UUID> partnerIds, PageRequest request) {
        List<Quote> found = getEntityManager()
                .createNativeQuery(LATEST_OF, Quote.class)
                .setParameter("partners", partnerIds.toArray(UUID[]::new))
                .setParameter("before", request.beforeId())
                .setParameter("most", request.rowsToRead())
                .getResultList();
        return Page.byId(found, request, quote -> quote.id);
    }
}
