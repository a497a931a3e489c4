package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.benefits.quote.TermsColumn;
import com.vsoxp.alliance.benefits.sale.SaleCase.NamedQuote;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;

/** Reads what sales are judged by. */
final class SaleCases {

    // With each sale come those that name the same quote after it: they have what it leaves. What sales before them
    // have of a quote is
    // added up once for all, along the order of their recording: many may name the same. Whose a sale is or was is
    // asked of the sale,
    // by an array, or it would be looked for among all that its partner sold; and each "offset 0" keeps the planner to
    // looks into an
    // index, since what it takes must not grow with the tables, however many name one quote.
    static final String CASES = """
            with sale as (
                select id from unnest(?::uuid[]) as asked (id)
                union
                select after.sale_id from unnest(?::uuid[]) as asked (id)
                join sold_part first on first.sale_id = asked.id
                join sold_part after on after.quote_id = first.quote_id
                    and (after.recorded_at, after.sale_id) > (first.recorded_at, first.sale_id)),
            honored as (
                select q.id as quote_id, o.sale_id, o.recorded_at, o.list,
                    o.list * greatest(0, o.licenses - (
                        select coalesce(sum(r.licenses), 0) from sold_reversal r
                        where r.sale_id = o.sale_id and r.partner_id = o.partner_id and r.counted)) / o.licenses as list_left
                from (select distinct p.quote_id from sale cross join lateral (
                        select quote_id from sold_part where sale_id = sale.id offset 0) p) named
                cross join lateral (select * from quote where id = named.quote_id offset 0) q
                cross join lateral (select * from sold_part where quote_id = q.id offset 0) o
                where o.counted and o.sold_on between q.issued_on and q.valid_until
                    and o.currency = q.terms -> 'lines' -> 0 -> 'list' ->> 'currency'
                    and q.partner_id = any(array(
                        select partner_id from sold_part where sale_id = o.sale_id
                        union all select partner_id from sale_sharer where sale_id = o.sale_id))),
            used as (
                select quote_id, sale_id, sum(list) as whole_list,
                    sum(sum(list_left)) over (
                        partition by quote_id order by recorded_at, sale_id
                        rows between unbounded preceding and 1 preceding) as used_before
                from honored group by quote_id, recorded_at, sale_id)
            select p.*, coalesce(back.licenses, 0) as reversed, coalesce(held.percent, 0) as percent,
                   standing.program_version, standing.tier,
                   q.terms, q.issued_on, q.valid_until, used.used_before, used.whole_list,
                   q.partner_id = any(array(
                       select partner_id from sold_part where sale_id = p.sale_id
                       union all select partner_id from sale_sharer where sale_id = p.sale_id)) as theirs
            from sale cross join lateral (select * from sold_part where sale_id = sale.id offset 0) p
            left join lateral (
                select sum(r.licenses) as licenses from sold_reversal r
                where r.sale_id = p.sale_id and r.partner_id = p.partner_id and r.counted) back on true
            left join lateral (
                select max(rtrim(e.benefit_value, '%')::numeric) as percent
                from (select partner_id from sold_part where sale_id = p.sale_id
                    union select partner_id from sale_sharer where sale_id = p.sale_id) had
                cross join lateral (
                    select benefit_value, until from entitlement e
                    where e.partner_id = had.partner_id and e.code = 'LICENSE_DISCOUNT' and e.since <= p.sold_on
                    order by e.since desc limit 1) e
                where e.benefit_value like '%\\%' and (e.until is null or e.until > p.sold_on)
                ) held on true
            left join lateral (
                select s.program_version, s.tier from enrollment_record s
                where s.partner_id = p.partner_id and s.effective_on <= p.sold_on
                order by s.effective_on desc, s.sequence desc limit 1) standing on true
            left join quote q on q.id = p.quote_id
            left join used on used.quote_id = p.quote_id and used.sale_id = p.sale_id""";

    private static final TermsColumn TERMS = new TermsColumn();

    private SaleCases() {}

    /** All parts of those sales, and of those that are judged anew when they are. */
    static Question<SaleCase> of(Collection<UUID> saleIds) {
        return new Question<>(
                new Rows<>(
                        CASES, saleIds, columns -> columns.set("uuid", id -> id).set("uuid", id -> id)),
                SaleCases::read);
    }

    private static SaleCase read(ResultSet row) throws SQLException {
        var code = row.getString("currency");
        var currency = code == null ? null : Currency.getInstance(code);
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new SaleCase(
                row.getObject("partner_id", UUID.class),
                row.getObject("sale_id", UUID.class),
                row.getBoolean("counted"),
                row.getString("order_number"),
                row.getInt("licenses"),
                row.getInt("reversed"),
                currency,
                amount(row, "list", currency),
                amount(row, "net", currency),
                row.getObject("sold_on", LocalDate.class),
                recordedAt == null ? null : recordedAt.toInstant(),
                row.getBigDecimal("percent"),
                row.getString("program_version"),
                row.getString("tier"),
                row.getObject("quote_id", UUID.class),
                quote(row));
    }

    private static NamedQuote quote(ResultSet row) throws SQLException {
        var terms = row.getString("terms");
        if (terms == null) {
            return null;
        }
        var usedBefore = row.getBigDecimal("used_before");
        var wholeSale = row.getBigDecimal("whole_list");
        return new NamedQuote(
                TERMS.convertToEntityAttribute(terms),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("theirs"),
                usedBefore == null ? BigDecimal.ZERO : usedBefore,
                wholeSale == null ? BigDecimal.ZERO : wholeSale);
    }

    private static BigDecimal amount(ResultSet row, String column, Currency currency) throws SQLException {
        return currency == null
                ? null
                : Money.rounded(row.getBigDecimal(column), currency).amount();
    }
}
