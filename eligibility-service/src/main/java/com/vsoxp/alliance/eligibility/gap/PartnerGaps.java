package com.vsoxp.alliance.eligibility.gap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is missing of a partner, so that verdicts about it are or may be indeterminate. */
@Schema(name = "PartnerGaps", description = "What is missing of a partner.")
record PartnerGaps(UUID partnerId, List<Gap> missing) {

    /** What may be missing. */
    enum Kind {
        /** An event about it could not be taken, and lies on the dead letter topic. */
        EVENT_SET_ASIDE,
        /** There are facts about it, and nobody registered it. */
        PARTNER_UNKNOWN,
        /** It is enrolled, and the day of the application or of joining is unknown. */
        DATES_UNKNOWN,
        /** The data at hand does not tell whether a required requirement is met. */
        REQUIREMENT_INDETERMINATE
    }

    /** One thing that is missing. */
    @Schema(name = "Gap")
    record Gap(
            Kind kind,

            @Schema(
                    description = "What is missing, in words.",
                    examples = "event 7 of alliance.sales could not be taken")
            String words,

            @Schema(description = "Codes of the requirements that are indeterminate.", examples = "[\"PROGRAM_FEE\"]")
            List<String> requirements,

            @Schema(description = "Of an event: where it is to be found, and why it could not be taken.")
            Event event) {

        static Gap of(Kind kind) {
            return switch (kind) {
                case PARTNER_UNKNOWN -> new Gap(kind, "it was never registered", null, null);
                case DATES_UNKNOWN -> new Gap(kind, "the day of the application or of joining is unknown", null, null);
                case EVENT_SET_ASIDE, REQUIREMENT_INDETERMINATE -> throw new IllegalArgumentException(kind.name());
            };
        }

        static Gap of(List<String> requirements) {
            return new Gap(
                    Kind.REQUIREMENT_INDETERMINATE,
                    "the data does not tell of " + String.join(", ", requirements),
                    requirements,
                    null);
        }

        static Gap of(Event event) {
            String words = "event %d of %s could not be taken".formatted(event.sequence(), event.topic());
            return new Gap(Kind.EVENT_SET_ASIDE, words, null, event);
        }
    }

    /** An event that could not be taken. */
    @Schema(name = "EventSetAside")
    record Event(
            @Schema(examples = "alliance.sales") String topic,
            long sequence,
            UUID id,
            @Schema(examples = "alliance.sale.recorded") String type,
            String reason,
            Instant setAsideAt) {}
}
