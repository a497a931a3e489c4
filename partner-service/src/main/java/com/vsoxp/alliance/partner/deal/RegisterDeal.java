package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.audit.NoteInAudit;
import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.sale.SaleRequest;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.partner.tier.Tiers;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a deal into the records: joint selling is what premier partners do with the vendor. */
@UseCase
public class RegisterDeal {

    private final NoteInAudit audit;
    private final DealConfig config;
    private final Tiers tiers;
    private final ProgramDay programDay;
    private final Clock clock;

    RegisterDeal(NoteInAudit audit, DealConfig config, Tiers tiers, ProgramDay programDay, Clock clock) {
        this.audit = audit;
        this.config = config;
        this.tiers = tiers;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * Registers a deal. It waits for a program manager's word.
     *
     * @param permission throws if the caller may not act for that partner
     * @throws ProblemException 422 for an unknown partner or a broken rule, 409 for a partner that does not sell jointly
     */
    @Transactional
    public Deal register(DealRequest request, Consumer<UUID> permission) {
        LocalDate today = programDay.today();
        check(request, today);
        UUID partnerId = Partner.idNow(partnerOf(request));
        permission.accept(partnerId);
        Partner partner = Partner.lock(partnerId);
        mustSellJointly(partner);
        Deal deal = Deal.register(
                partner.id,
                request.customer(),
                request.expectations(),
                today.plusDays(config.protectionDays()),
                clock.instant());
        deal.persistAndFlush();
        audit.note(
                partner.id,
                "DEAL_REGISTERED",
                deal.id,
                Map.of("customer", request.customer().name(), "expiresOn", deal.expiresOn));
        return deal;
    }

    private static void check(DealRequest request, LocalDate today) {
        new BrokenRules()
                .when(
                        (request.partnerId() == null) == (request.partnerExternalId() == null),
                        "/partnerId",
                        "EXACTLY_ONE",
                        "exactly one of partnerId and partnerExternalId must be given.")
                .when(
                        request.expectedCloseOn().isBefore(today),
                        "/expectedCloseOn",
                        "IN_PAST",
                        "must not be before today, " + today + ".")
                .refuse();
    }

    private static UUID partnerOf(DealRequest request) {
        if (request.partnerId() != null) {
            return Partner.findByIdOptional(request.partnerId())
                    .map(_ -> request.partnerId())
                    .orElseThrow(() -> unknown("/partnerId"));
        }
        SaleRequest.PartnerKey key = request.partnerExternalId();
        return ExternalId.ownerOf(new ExternalId.Key(key.system(), key.id()))
                .orElseThrow(() -> unknown("/partnerExternalId"));
    }

    private void mustSellJointly(Partner partner) {
        if (partner.status != EnrollmentStatus.ACTIVE) {
            throw Problems.conflict(
                    "NOT_ACTIVE",
                    "Only an ACTIVE partner registers deals; the partner is "
                            + (partner.status == null ? "not enrolled" : partner.status)
                            + ".");
        }
        if (!tiers.book().reaches(partner.tier, config.tiers())) {
            throw Problems.conflict(
                    "NO_JOINT_SELLING",
                    "The tier " + partner.tier + " does not sell jointly; " + String.join(", ", config.tiers())
                            + " and above do.");
        }
    }

    private static ProblemException unknown(String pointer) {
        return Problems.rule(pointer, "UNKNOWN_PARTNER", "There is no such partner.");
    }
}
