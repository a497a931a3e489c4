package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.directory.listing.FollowMerges.Merged;
import com.vsoxp.alliance.directory.listing.Profile;
import com.vsoxp.alliance.directory.story.PublishStories.Published;
import com.vsoxp.alliance.directory.story.PublishStories.Retracted;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The payloads on {@code alliance.partners}, as far as this service reads them, and what they mean here. */
final class PartnerMessages {

    private PartnerMessages() {}

    /** Of {@code partner.registered} and {@code partner.updated}, which both hold the whole profile. */
    record PartnerSaid(Partner partner) {

        record Partner(
                String name,
                String description,
                String website,
                String logoUrl,
                String publicEmail,
                String publicPhone,
                String country,
                String region,
                String city,
                Location location,
                List<String> businessTypes,
                List<String> languages,
                List<String> services,
                List<String> verticals) {}

        record Location(Double latitude, Double longitude) {}

        Profile profileSaidBy(ReceivedEvent event) {
            demand(partner != null && partner.name != null, "the partner's name is missing");
            Keepable.demand(
                    partner.name,
                    partner.description,
                    partner.website,
                    partner.logoUrl,
                    partner.publicEmail,
                    partner.publicPhone,
                    partner.country,
                    partner.region,
                    partner.city);
            Keepable.demandAll(
                    orNone(partner.businessTypes),
                    orNone(partner.languages),
                    orNone(partner.services),
                    orNone(partner.verticals));
            var location = partner.location == null ? new Location(null, null) : partner.location;
            return new Profile(
                    partnerOf(event),
                    event.sequence(),
                    partner.name,
                    partner.description,
                    partner.website,
                    partner.logoUrl,
                    partner.publicEmail,
                    partner.publicPhone,
                    partner.country,
                    partner.region,
                    partner.city,
                    location.latitude,
                    location.longitude,
                    orNone(partner.businessTypes),
                    orNone(partner.languages),
                    orNone(partner.services),
                    orNone(partner.verticals));
        }

        private static List<String> orNone(List<String> values) {
            return values == null ? List.of() : values;
        }
    }

    /** Of {@code partner.merged}. */
    record PartnerMerged(Merge merge) {

        record Merge(UUID mergedInto) {}

        Merged mergeSaidBy(ReceivedEvent event) {
            demand(merge != null && merge.mergedInto != null, "the partner that it was merged into is missing");
            return new Merged(partnerOf(event), event.sequence(), merge.mergedInto);
        }
    }

    /** Of {@code story.published}. */
    record StoryPublished(Story story) {

        record Story(
                UUID id,
                String title,
                String customer,
                String summary,
                String body,
                String url,
                LocalDate publishedOn) {}

        Published changeSaidBy(ReceivedEvent event) {
            demand(
                    story != null && story.id != null && story.title != null && story.publishedOn != null,
                    "the story's id, title or day is missing");
            Keepable.demand(story.title, story.customer, story.summary, story.body, story.url);
            return new Published(
                    story.id,
                    partnerOf(event),
                    event.sequence(),
                    story.title,
                    story.customer,
                    story.summary,
                    story.body,
                    story.url,
                    story.publishedOn);
        }
    }

    /** Of {@code story.retracted}. */
    record StoryRetracted(Story story) {

        record Story(UUID id, LocalDate retractedOn) {}

        Retracted changeSaidBy(ReceivedEvent event) {
            demand(
                    story != null && story.id != null && story.retractedOn != null,
                    "the story's id or its last day is missing");
            return new Retracted(story.id, partnerOf(event), event.sequence(), story.retractedOn);
        }
    }

    /** The partner an event is about: its key. */
    static UUID partnerOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new PoisonEventException("the key is no partner's id: " + event.key(), notAnId);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonEventException(otherwise);
        }
    }
}
