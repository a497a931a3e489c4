package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.key.PartnerReference;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.NotBelowZero;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sale of licenses as a CRM reports it.
 *
 * @param partnerId who sold; or {@code partnerExternalId}
 * @param orderNumber the reporting system's own; the same number is the same sale
 * @param soldOn the day it counts on, however late it is reported
 * @param shares who has how much of it; empty for all to the partner
 * @param quoteId what it was sold by; null for none
 */
@Schema(description = "A sale of licenses. Names the partner by `partnerId` or by `partnerExternalId`.")
public record SaleRequest(
        @Schema(description = "Who sold.", examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @Schema(description = "Who sold, by another system's key.")
        PartnerKey partnerExternalId,

        @NotNull
        @Line
        @Size(max = 100)
        @Schema(description = "The reporting system's own: the same is the same sale.", examples = "SO-2026-0117")
        String orderNumber,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "15")
        Integer licenses,

        @NotNull @Line @Size(max = 200) @Schema(examples = "VSO-XP")
        String product,

        @NotNull @NotBelowZero @Schema(description = "At list prices.")
        Money listTotal,

        @NotNull @NotBelowZero @Schema(description = "As paid, in the same currency.")
        Money netTotal,

        @NotNull
        @CalendarDay
        @Schema(description = "The day it counts on, however late it is reported.", examples = "2026-03-02")
        LocalDate soldOn,

        @Size(max = 10)
        @Schema(
                description = "For a sale that partners made together: who has how much of it, the partner of the sale "
                        + "included, at most 100 percent in all. Absent, the partner has all of it.")
        List<ShareRequest> shares,

        @Schema(
                description =
                        "The quote it was sold by. Whether the discount is what the quote says is looked at afterwards: "
                                + "see the discount findings of benefits-service.",
                examples = "019abf10-0000-7000-8000-00000000f001")
        UUID quoteId) {

    public SaleRequest {
        shares = shares == null ? List.of() : shares;
    }

    @Schema(name = "PartnerKey", description = "A partner's key in another system.")
    public record PartnerKey(
            @NotNull @Schema(examples = "salesforce") String system,

            @NotNull @Schema(examples = "001A000001LkXyz") String id) {}

    /**
     * A partner's share.
     *
     * @param percent of the licenses and totals
     */
    @Schema(
            name = "ShareRequest",
            description = "A partner's share. Names it by `partnerId` or by `partnerExternalId`.")
    public record ShareRequest(
            @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
            UUID partnerId,

            PartnerKey partnerExternalId,

            @NotNull @Min(1) @Max(100) @Schema(description = "Of the licenses and totals.", examples = "60")
            Integer percent) {

        /** Whose share it is. */
        public PartnerReference partner() {
            return reference(partnerId, partnerExternalId);
        }
    }

    /** Who sold. */
    public PartnerReference partner() {
        return reference(partnerId, partnerExternalId);
    }

    private static final String EXACTLY_ONE = "exactly one of partnerId and partnerExternalId must be given.";

    /**
     * Checks what no single field shows.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule
     */
    public void check(LocalDate today) {
        BrokenRules broken = new BrokenRules()
                .when(isUnclear(partnerId, partnerExternalId), "/partnerId", "EXACTLY_ONE", EXACTLY_ONE)
                .when(
                        !netTotal.currency().equals(listTotal.currency()),
                        "/netTotal/currency",
                        "CURRENCIES_DIFFER",
                        "must be " + listTotal.currency() + ", as of listTotal.")
                .whenTooLarge(listTotal, "/listTotal")
                .whenTooLarge(netTotal, "/netTotal")
                .whenInFuture(soldOn, today, "/soldOn")
                .when(
                        shares.stream().mapToInt(ShareRequest::percent).sum() > 100,
                        "/shares",
                        "MORE_THAN_ALL",
                        "must be at most 100 percent in all.");
        for (int i = 0; i < shares.size(); i++) {
            ShareRequest share = shares.get(i);
            broken.when(
                    isUnclear(share.partnerId, share.partnerExternalId),
                    "/shares/" + i + "/partnerId",
                    "EXACTLY_ONE",
                    EXACTLY_ONE);
        }
        broken.refuse();
    }

    private static boolean isUnclear(UUID id, PartnerKey key) {
        return (id == null) == (key == null);
    }

    private static PartnerReference reference(UUID id, PartnerKey key) {
        return new PartnerReference(id, key == null ? null : new ExternalId.Key(key.system(), key.id()));
    }
}
