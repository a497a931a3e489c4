package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner is entitled to on a day. */
@Schema(name = "Entitlements", description = "What a partner is entitled to on a day.")
public record EntitlementsView(
        UUID partnerId,

        @Schema(description = "The day this answers for", examples = "2026-11-23")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description =
                        "ACTIVE, SUSPENDED (everything is withheld) or how the enrollment ended; absent if none ever was")
        EnrollmentStatus status,

        @Schema(nullable = true, description = "The tier held; absent if none is", examples = "PREMIER")
        String tier,

        @Schema(nullable = true, examples = "2.0") String programVersion,

        @Schema(description = "One item per benefit; none, if no tier is held")
        List<Item> items) {

    /** A benefit as it stands on the day asked for, or as it stood over one period of the history. */
    @Schema(
            name = "Entitlement",
            description = "A benefit at one value over the days from `since` up to, not including, `until`.")
    public record Item(
            @Schema(examples = "LICENSE_DISCOUNT") String code,

            @Schema(description = "A discount in percent, or INCLUDED, FEE_BASED or NOT_AVAILABLE")
            BenefitValue value,

            @Schema(nullable = true, description = "What a suspension holds back, and a reinstatement brings back")
            BenefitValue withheld,

            @Schema(description = "The first day at this value", examples = "2026-03-02")
            LocalDate since,

            @Schema(nullable = true, description = "The first day without it; absent while it lasts")
            LocalDate until,

            Source source) {

        static Item of(Entitlement entitlement, Source source) {
            return new Item(
                    entitlement.code,
                    entitlement.value,
                    entitlement.withheld,
                    entitlement.since,
                    entitlement.until,
                    source);
        }

        static Item ofHistory(Entitlement entitlement) {
            return of(entitlement, new Source(entitlement.programVersion, entitlement.tier));
        }
    }

    /** What gives a benefit. */
    @Schema(
            name = "EntitlementSource",
            description = "The program version and the tier that give the benefit; of several in turn, the last.")
    public record Source(
            @Schema(examples = "2.0") String program,
            @Schema(examples = "PREMIER") String tier) {}

    static EntitlementsView of(UUID partnerId, LocalDate asOf, EnrollmentRecord governing, List<Entitlement> items) {
        if (items.isEmpty()) {
            return new EntitlementsView(partnerId, asOf, governing.status, null, null, List.of());
        }
        var source = new Source(governing.programVersion, governing.tier);
        return new EntitlementsView(
                partnerId,
                asOf,
                governing.status,
                governing.tier,
                governing.programVersion,
                items.stream().map(entitlement -> Item.of(entitlement, source)).toList());
    }

    static EntitlementsView none(UUID partnerId, LocalDate asOf) {
        return new EntitlementsView(partnerId, asOf, null, null, null, List.of());
    }
}
