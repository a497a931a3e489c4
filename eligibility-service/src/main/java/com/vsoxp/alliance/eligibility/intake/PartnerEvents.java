package com.vsoxp.alliance.eligibility.intake;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** The forms of the events on the topic of partners, as far as they matter here. */
final class PartnerEvents {

    private static final String STORY = "SUCCESS_STORY";

    private PartnerEvents() {}

    /** The kind of fact that events of this type are about; null where it may be any. */
    static String kindOf(String type) {
        return type != null && type.startsWith("alliance.story.") ? STORY : null;
    }

    record Registered(UUID partnerId) {}

    record EnrollmentSaid(UUID partnerId, EnrollmentState enrollment) {

        EnrollmentNews news(ReceivedEvent event) {
            return new EnrollmentNews(
                    partnerId,
                    event.sequence(),
                    event.time(),
                    enrollment.id,
                    enrollment.status,
                    enrollment.tier,
                    enrollment.appliedTier,
                    enrollment.appliedOn,
                    enrollment.since,
                    enrollment.termEndsOn,
                    enrollment.endedOn);
        }
    }

    record EnrollmentState(
            UUID id,
            String status,
            String tier,
            String appliedTier,
            LocalDate appliedOn,
            LocalDate since,
            LocalDate termEndsOn,
            LocalDate endedOn) {}

    record EvidenceRecorded(UUID partnerId, Evidence evidence) {

        FactChange change(ReceivedEvent event) {
            Fact fact = new Fact(
                    evidence.id, evidence.kind, evidence.on, evidence.until, evidence.quantity, evidence.money);
            return new FactChange.Recorded(partnerId, fact, event.sequence(), event.time());
        }
    }

    record Evidence(UUID id, String kind, LocalDate on, LocalDate until, long quantity, Money money) {}

    record EvidenceWithdrawn(UUID partnerId, Withdrawal evidence) {

        FactChange change(ReceivedEvent event) {
            return new FactChange.Withdrawn(
                    partnerId, evidence.id, evidence.kind, evidence.withdrawnOn, event.sequence(), event.time());
        }
    }

    record Withdrawal(UUID id, String kind, LocalDate withdrawnOn) {}

    record StoryPublished(UUID partnerId, PublishedStory story) {

        FactChange change(ReceivedEvent event) {
            Fact fact = new Fact(story.id, STORY, story.publishedOn, null, 1, null);
            return new FactChange.Recorded(partnerId, fact, event.sequence(), event.time());
        }
    }

    record PublishedStory(UUID id, LocalDate publishedOn) {}

    record StoryRetracted(UUID partnerId, RetractedStory story) {

        FactChange change(ReceivedEvent event) {
            return new FactChange.Withdrawn(
                    partnerId, story.id, STORY, story.retractedOn, event.sequence(), event.time());
        }
    }

    record RetractedStory(UUID id, LocalDate retractedOn) {}
}
