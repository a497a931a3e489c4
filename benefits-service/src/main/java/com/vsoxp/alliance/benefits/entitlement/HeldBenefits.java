package com.vsoxp.alliance.benefits.entitlement;

import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a partner may use on a day of some benefits, and what gives it.
 *
 * @param suspended whether everything is held back now, whatever the day
 * @param program the version of the program that governs that day; null if no tier is held
 * @param tier the tier held on that day; null if none is
 * @param values by the benefit's code; empty if no tier is held
 */
public record HeldBenefits(boolean suspended, String program, String tier, Map<String, BenefitValue> values) {

    /**
     * One benefit of a known partner.
     *
     * @param value null, with the rest, if no tier is held
     */
    public record Found(boolean suspended, String code, BenefitValue value, String program, String tier) {

        private static Found read(ResultSet row) throws SQLException {
            var value = row.getString("benefit_value");
            return new Found(
                    EnrollmentStatus.SUSPENDED.name().equals(row.getString("status")),
                    row.getString("code"),
                    value == null ? null : BenefitValue.parse(value),
                    row.getString("program_version"),
                    row.getString("tier"));
        }
    }

    // A look into an index for each. The limit tells the planner how few they are, or it would plan anew each time.
    // What the partner follows now may begin on a day to come: until then another state
    // governs.
    private static final String HELD = """
            select h.status, asked.code, e.benefit_value,
                   case when g.tier is null then h.program_version else g.program_version end as program_version,
                   coalesce(g.tier, h.tier) as tier
            from (select unnest(?::uuid[]) as partner_id, unnest(?::date[]) as day, unnest(?::text[]) as code limit %d) asked
            join holder h on h.partner_id = asked.partner_id
            left join lateral (
                select e.benefit_value, e.until from entitlement e
                where e.partner_id = asked.partner_id and e.code = asked.code and e.since <= asked.day
                order by e.since desc limit 1) e on e.until is null or e.until > asked.day
            left join lateral (
                select r.program_version, r.tier from enrollment_record r
                where h.effective_on > asked.day and r.partner_id = asked.partner_id and r.effective_on <= asked.day
                order by r.effective_on desc, r.sequence desc limit 1) g on true""";

    /** Asks for them; for {@link #in} to read. */
    public static Question<Found> of(UUID partnerId, LocalDate day, List<String> codes) {
        return new Question<>(
                new Rows<>(HELD.formatted(codes.size()), codes, columns -> columns.set("uuid", _ -> partnerId)
                        .set("date", _ -> day)
                        .set("text", code -> code)),
                Found::read);
    }

    /**
     * What was found.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner
     */
    public static HeldBenefits in(List<Found> found, UUID partnerId) {
        var any = found.stream().findFirst().orElseThrow(() -> Problems.notFound("partner", partnerId));
        var held = found.stream().filter(benefit -> benefit.value != null).toList();
        return held.isEmpty()
                ? new HeldBenefits(any.suspended, null, null, Map.of())
                : new HeldBenefits(
                        any.suspended, any.program, any.tier, held.stream().collect(toMap(Found::code, Found::value)));
    }

    /** Whether a tier is held on that day, be it held back. */
    public boolean holdsTier() {
        return tier != null;
    }
}
