package com.vsoxp.alliance.directory.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A success story as the public sees it. */
@Schema(name = "SuccessStory", description = "What a partner's customer tells of its success.")
public record StoryView(
        UUID id,

        @Schema(examples = "Half the tickets, twice the smiles")
        String title,

        @Schema(examples = "Contoso Manufacturing") String customer,
        @Schema(nullable = true) String summary,
        @Schema(nullable = true) String body,
        @Schema(nullable = true) String url,
        @Schema(examples = "2026-02-10") LocalDate publishedOn,
        Author partner) {

    /** Whose customer it is. */
    @Schema(name = "StoryPartner", description = "The listed partner whose customer it is.")
    public record Author(
            UUID partnerId,
            @Schema(examples = "northwind-help-desk") String slug,
            @Schema(examples = "Northwind Help Desk") String name) {}

    static StoryView of(SuccessStory.WithListing row) {
        var story = row.story();
        var listing = row.listing();
        return new StoryView(
                story.key.id(),
                story.title,
                story.customer,
                story.summary,
                story.body,
                story.url,
                story.publishedOn,
                new Author(listing.partnerId, listing.slug, listing.name));
    }

    /** The shape of a page, for the API's description. */
    @Schema(name = "SuccessStories", description = "A page of success stories, newest first.")
    interface StoryPage {

        @Schema(required = true)
        List<StoryView> getItems();

        @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
        String getNextCursor();
    }
}
