package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who loses what, when, and for want of what, if nothing new happens. The days are stored; what is missing is worked out for
 * the partners of a page, whose facts are read in one statement.
 */
@ApplicationScoped
class LapseCalendar {

    private final Facts facts;
    private final Doubts doubts;
    private final Programs programs;

    LapseCalendar(Facts facts, Doubts doubts, Programs programs) {
        this.facts = facts;
        this.doubts = doubts;
        this.programs = programs;
    }

    /** One page, in the order of the losses. */
    @Transactional
    Page<StandingView> page(StandingFilter filter, PageRequest request) {
        Page<StandingRow> page =
                StandingsByLoss.page(filter, programs.succession().tiers(), request);
        List<UUID> losing = page.items().stream()
                .filter(row -> row.losesOn != null)
                .map(row -> row.partnerId)
                .toList();
        if (losing.isEmpty()) {
            return page.map(row -> StandingView.of(row, List.of()));
        }
        var known = facts.ofPartners(losing);
        var doubted = doubts.ofPartners(losing);
        Map<UUID, PartnerRow> partners = PartnerRow.ofIds(losing);
        return page.map(row -> {
            if (row.losesOn == null) {
                return StandingView.of(row, List.of());
            }
            Program program = programs.version(row.programVersion).orElseThrow();
            Evaluation evaluation = Evaluation.of(
                    program,
                    known.getOrDefault(row.partnerId, List.of()),
                    partners.get(row.partnerId).dates(),
                    doubted.getOrDefault(row.partnerId, List.of()));
            return StandingView.of(row, LostFor.of(evaluation, row.tier, row.losesOn));
        });
    }
}
