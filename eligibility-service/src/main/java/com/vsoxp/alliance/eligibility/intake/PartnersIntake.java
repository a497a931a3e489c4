package com.vsoxp.alliance.eligibility.intake;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.decision.News;
import com.vsoxp.alliance.eligibility.decision.TakeNews;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.eligibility.gap.NoteSetAside;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.inbox.SetAside;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Hears of partners, their enrollments and their evidence. */
@ApplicationScoped
public class PartnersIntake implements Intake {

    private final TakeNews takeNews;
    private final NoteSetAside noteSetAside;

    PartnersIntake(TakeNews takeNews, NoteSetAside noteSetAside) {
        this.takeNews = takeNews;
        this.noteSetAside = noteSetAside;
    }

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AllianceTopics.PARTNERS);
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        noteSetAside.taken(events);
        takeNews.take(news(events));
    }

    /** What the events say of partners. */
    public static News news(List<ReceivedEvent> events) {
        Map<UUID, Instant> registered = new HashMap<>();
        List<EnrollmentNews> enrollments = new ArrayList<>();
        List<FactChange> facts = new ArrayList<>();
        for (ReceivedEvent event : events) {
            switch (event.type()) {
                case "alliance.partner.registered" ->
                    registered.put(event.dataAs(PartnerEvents.Registered.class).partnerId(), event.time());
                case "alliance.enrollment.applied", "alliance.enrollment.changed" ->
                    enrollments.add(
                            event.dataAs(PartnerEvents.EnrollmentSaid.class).news(event));
                case "alliance.evidence.recorded" ->
                    facts.add(event.dataAs(PartnerEvents.EvidenceRecorded.class).change(event));
                case "alliance.evidence.withdrawn" ->
                    facts.add(
                            event.dataAs(PartnerEvents.EvidenceWithdrawn.class).change(event));
                case "alliance.story.published" ->
                    facts.add(event.dataAs(PartnerEvents.StoryPublished.class).change(event));
                case "alliance.story.retracted" ->
                    facts.add(event.dataAs(PartnerEvents.StoryRetracted.class).change(event));
                default -> {
                    // Profiles and contacts are nothing to an evaluation.
                }
            }
        }
        return new News(registered, enrollments, facts);
    }

    @Override
    public void setAside(SetAside letter) {
        noteSetAside.note(letter, kindOf(letter));
    }

    /** The kind of fact that is missing while this event is set aside; null where it may be any. */
    public static String kindOf(SetAside letter) {
        return PartnerEvents.kindOf(letter.type());
    }
}
