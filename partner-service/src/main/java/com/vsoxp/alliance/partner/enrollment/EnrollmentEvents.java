package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What this service tells of enrollments: where they stand now, and where they stood before. */
final class EnrollmentEvents {

    record Data(UUID partnerId, Snapshot enrollment, Before previous) {}

    record Snapshot(
            UUID id,
            EnrollmentStatus status,
            String tier,
            String appliedTier,
            LocalDate appliedOn,
            LocalDate since,
            LocalDate tierSince,
            LocalDate termEndsOn,
            LocalDate endedOn,
            String programVersion,
            String reason) {}

    record Before(EnrollmentStatus status, String tier) {

        static Before of(Enrollment enrollment) {
            return new Before(enrollment.status, enrollment.tier);
        }

        /** The way from here to where the enrollment stands now, as the audit keeps it. */
        Map<String, ?> to(Enrollment now) {
            Map<String, Object> step = new HashMap<>();
            step.put("from", this);
            step.put("to", of(now));
            step.put("reason", now.reason);
            step.put("termEndsOn", now.term() == null ? null : now.term().endsOn());
            return step;
        }
    }

    private EnrollmentEvents() {}

    static NewEvent applied(Enrollment enrollment) {
        return event("alliance.enrollment.applied", enrollment, null);
    }

    static NewEvent changed(Enrollment enrollment, Before previous) {
        return event("alliance.enrollment.changed", enrollment, previous);
    }

    private static NewEvent event(String type, Enrollment enrollment, Before previous) {
        Snapshot now = new Snapshot(
                enrollment.id,
                enrollment.status,
                enrollment.tier,
                enrollment.appliedTier,
                enrollment.appliedOn,
                enrollment.since,
                enrollment.tierSince,
                enrollment.term() == null ? null : enrollment.term().endsOn(),
                enrollment.endedOn,
                enrollment.programVersion,
                enrollment.reason);
        return new NewEvent(
                AllianceTopics.PARTNERS,
                type,
                enrollment.partnerId.toString(),
                new Data(enrollment.partnerId, now, previous));
    }
}
