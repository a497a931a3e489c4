package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.benefits.entitlement.HeldBenefits;
import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Promises prices to a partner, by what it is entitled to today. */
@UseCase
public class IssueQuote {

    private static final List<String> DISCOUNTS =
            Stream.of(QuotedKind.values()).map(QuotedKind::benefit).toList();

    private final QuoteConfig config;
    private final Clock clock;

    IssueQuote(QuoteConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Issues a quote.
     *
     * @param request already {@link QuoteRequest#check checked}
     * @param issuer the subject that asks for it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 409 for one that is suspended or
     *     holds no tier
     */
    @Transactional
    public Quote issue(QuoteRequest request, String issuer) {
        var today = LocalDate.now(clock);
        var terms = QuoteTerms.of(request.lines(), entitlementsOf(request.partnerId(), today));
        var quote = Quote.of(request.partnerId(), terms, clock.instant(), today, today.plusDays(config.validDays()));
        quote.issuedBy = issuer;
        quote.persist();
        return quote;
    }

    private static Map<QuotedKind, UsedEntitlement> entitlementsOf(UUID partnerId, LocalDate today) {
        var held = HeldBenefits.require(partnerId, today, DISCOUNTS);
        if (held.suspended()) {
            throw Problems.conflict(
                    "ENROLLMENT_SUSPENDED", "The partner's enrollment is suspended: nothing new is quoted to it.");
        }
        if (!held.holdsTier()) {
            throw Problems.conflict("NO_TIER_HELD", "The partner holds no tier today, so it is entitled to nothing.");
        }
        var used = new EnumMap<QuotedKind, UsedEntitlement>(QuotedKind.class);
        for (var kind : QuotedKind.values()) {
            var percent = held.values().get(kind.benefit()) instanceof Percent(BigDecimal off) ? off : BigDecimal.ZERO;
            used.put(kind, new UsedEntitlement(kind.benefit(), percent, held.program(), held.tier()));
        }
        return used;
    }
}
