package com.vsoxp.alliance.partner.story;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A success story as callers see it. */
@Schema(name = "SuccessStory", description = "A customer's success as a partner tells it.")
record SuccessStoryView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000b001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "Half the tickets, twice the smiles")
        String title,

        @NotNull @Schema(examples = "Contoso Manufacturing") String customer,

        @Schema(examples = "Contoso answers its customers in minutes.")
        String summary,

        @Schema(examples = "Before the roll-out every ticket took two days.")
        String body,

        @Schema(examples = "https://northwind.example/stories/contoso")
        String url,

        @NotNull @Schema(description = "Only a `PUBLISHED` one counts.", examples = "PUBLISHED")
        StoryStatus status,

        @NotNull @Schema(examples = "2026-02-08T12:00:00Z") Instant submittedAt,

        @Schema(description = "The day it was last published; null for never.", examples = "2026-02-10")
        LocalDate publishedOn,

        @Schema(description = "The day it was taken back; null while it is not.")
        LocalDate retractedOn,

        @Schema(description = "Why it was taken back; null if nobody said.")
        String retractionReason) {

    static SuccessStoryView of(SuccessStory story) {
        return new SuccessStoryView(
                story.id,
                story.partnerId,
                story.title,
                story.customer,
                story.summary,
                story.body,
                story.url,
                story.status,
                story.submittedAt,
                story.publishedOn,
                story.retractedOn,
                story.retractionReason);
    }
}
