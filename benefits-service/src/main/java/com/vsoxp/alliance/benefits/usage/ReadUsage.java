package com.vsoxp.alliance.benefits.usage;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.sql.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Adds the ledger up. */
@ApplicationScoped
class ReadUsage {

    /** Takes the lines of an export one by one. */
    interface Sink {

        void take(UsageLine line) throws IOException;
    }

    // What an absorbed partner used is its heir's. Heirs of merges heard in the wrong order may seem to lead in a
    // circle, for a moment.
    private static final String HEIRS = """
            with recursive up (partner_id, heir, step) as (
                select partner_id, merged_into, 1 from merged_holder where merged_into is not null
                union all
                select up.partner_id, m.merged_into, up.step + 1 from up join merged_holder m on m.partner_id = up.heir
                where m.merged_into is not null and up.step < 20),
            merged as (select distinct on (partner_id) partner_id, heir from up order by partner_id, step desc)
            """;

    private static final String SUMS = """
            select coalesce(m.heir, u.partner_id) as partner_id, date_trunc('month', used_on::timestamp)::date as period, benefit, program_version, currency,
                   sum(quantity) as quantity, sum(list) as list, sum(discount) as discount, sum(net) as net,
                   sum(beyond) as beyond
            from usage_entry u left join merged m using (partner_id)
            where u.partner_id = any(array(
                    select partner_id from merged where heir = any(?) union all select unnest(?::uuid[])))
                and used_on >= ? and used_on <= ?
            group by 1, 2, 3, 4, 5""";

    private static final String PAGE = HEIRS + "select * from (" + SUMS + ") sums"
            + " where (period, benefit, program_version, currency) > (?, ?, ?, ?)"
            + " order by period, benefit, program_version, currency limit ?";

    private static final String ALL = HEIRS + SUMS + " order by 1, 2, 3, 4, 5";

    private static final String PARTNERS = HEIRS + """
            select id from (
                (select distinct partner_id as id from usage_entry u
                 where partner_id > ? and not exists (select from merged m where m.partner_id = u.partner_id)
                 order by 1 limit ?)
                union
                (select heir from merged where heir > ? order by 1 limit ?)) holders
            order by id limit ?""";

    // A slow reader of an export holds no connection, and no more than the sums of these.
    private static final int PARTNERS_AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final DataSource database;

    ReadUsage(DataSource database) {
        this.database = database;
    }

    /** One page of a partner's sums, from the earliest month. */
    Page<UsageLine> page(UUID partnerId, UsagePeriod days, PageRequest request) {
        var after = request.cursor();
        var month = after.map(cursor -> cursor.day(0)).orElse(days.from().withDayOfMonth(1));
        var rows = rows(
                PAGE,
                UsageLine::read,
                new UUID[] {partnerId},
                new UUID[] {partnerId},
                month.isAfter(days.from()) ? month : days.from(),
                days.to(),
                month,
                after.map(cursor -> cursor.text(1)).orElse(""),
                after.map(cursor -> cursor.text(2)).orElse(""),
                after.map(cursor -> cursor.text(3)).orElse(""),
                request.rowsToRead());
        return Page.of(rows, request, ReadUsage::cursorOf);
    }

    /** Every partner's sums, by partner and month; those of one partner are of one moment. */
    void writeAll(UsagePeriod days, Sink sink) throws IOException {
        var partners = partnersAfter(FIRST);
        while (!partners.isEmpty()) {
            var ids = partners.toArray(UUID[]::new);
            for (var line : rows(ALL, UsageLine::read, ids, ids, days.from(), days.to())) {
                sink.take(line);
            }
            partners = partnersAfter(partners.getLast());
        }
    }

    private List<UUID> partnersAfter(UUID last) {
        return rows(
                PARTNERS,
                row -> row.getObject(1, UUID.class),
                last,
                PARTNERS_AT_ONCE,
                last,
                PARTNERS_AT_ONCE,
                PARTNERS_AT_ONCE);
    }

    private <R> List<R> rows(String sql, Question.Reader<R> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                var value = parameters[i] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : parameters[i];
                select.setObject(i + 1, value);
            }
            List<R> read = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new JDBCException("Could not add up what was used", e);
        }
    }

    private static String cursorOf(UsageLine line) {
        return Cursor.encode(
                YearMonth.parse(line.period()).atDay(1),
                line.benefit(),
                line.program() == null ? "" : line.program(),
                line.currency());
    }
}
