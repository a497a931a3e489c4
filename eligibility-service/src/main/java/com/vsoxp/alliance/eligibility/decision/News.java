package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What was heard of partners in one go.
 *
 * @param registered partners that are known to exist, and since when
 */
public record News(Map<UUID, Instant> registered, List<EnrollmentNews> enrollments, List<FactChange> facts) {

    Set<UUID> partners() {
        Set<UUID> partners = new TreeSet<>(registered.keySet());
        enrollments.forEach(enrollment -> partners.add(enrollment.partnerId()));
        facts.forEach(fact -> partners.add(fact.partnerId()));
        return partners;
    }
}
