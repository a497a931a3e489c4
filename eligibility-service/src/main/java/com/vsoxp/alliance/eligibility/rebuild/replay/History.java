package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that the topics tell of one partner. Pure.
 *
 * @param said of its enrollments, in the order of the topic
 * @param told by this service of its own decisions, in the order of the topic
 * @param known its facts as they stand now
 */
record History(UUID partnerId, List<Said> said, List<Told> told, List<Known> known) {

    /** That the partner exists, which all of it says, and what its enrollment is; null where that is not said. */
    record Said(Instant at, EnrollmentNews enrollment) {}

    /** An event of this service about a decision. */
    record Told(Instant at, String type, Decided.Told event) {}

    /** A fact and when it was spoken of last; the fact is null while only its withdrawal was heard. */
    record Known(Fact fact, Instant at) {}

    /** Whether there is nothing but decisions, which then are about nothing. */
    boolean isEmpty() {
        return said.isEmpty() && known.isEmpty();
    }

    PartnerRow partner() {
        PartnerRow partner = PartnerRow.unheardOf(partnerId);
        for (Said word : said) {
            if (word.enrollment == null) {
                partner.register(word.at);
            } else {
                partner.hear(word.enrollment);
            }
        }
        return partner;
    }

    List<Fact> facts() {
        return known.stream().map(Known::fact).filter(Objects::nonNull).toList();
    }

    /**
     * What was decided in this enrollment.
     *
     * @param dayOf the day on which a moment falls for the program
     */
    Decided decided(Enrollment enrollment, Succession succession, Function<Instant, LocalDate> dayOf) {
        List<Told> its = told.stream()
                .filter(word -> enrollment.id().equals(word.event.enrollmentId()))
                .toList();
        Instant first = its.isEmpty() ? Instant.MAX : its.getFirst().at;
        LocalDate began = said.stream()
                .filter(word -> isOf(word, enrollment))
                .map(word -> dayOf.apply(word.at))
                .findFirst()
                .orElseThrow();
        Decided decided = new Decided(
                beganAs(enrollment, first, dayOf), succession.inForce(began).version());
        its.forEach(word -> decided.hear(word.type, word.event));
        return decided;
    }

    /** When anything was said last by anybody. */
    Instant lastWord() {
        return Stream.of(
                        said.stream().map(Said::at),
                        told.stream().map(Told::at),
                        known.stream().map(Known::at))
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /**
     * How the enrollment began, before anything was decided: with the tier that it held by then, if any, since the day it was
     * said to. Words that came in one go with a later one were never looked at by themselves, so that the last one counts.
     */
    private Standing beganAs(Enrollment enrollment, Instant firstDecision, Function<Instant, LocalDate> dayOf) {
        List<Said> words = said.stream()
                .filter(word -> isOf(word, enrollment))
                .filter(word -> word.at.isBefore(firstDecision))
                .toList();
        String tier = words.isEmpty() ? null : words.getLast().enrollment.tier();
        return words.stream()
                .filter(word -> tier != null && tier.equals(word.enrollment.tier()))
                .findFirst()
                .map(word -> Standing.good(tier, dayOf.apply(word.at)))
                .orElseGet(Standing::applicant);
    }

    private static boolean isOf(Said word, Enrollment enrollment) {
        return word.enrollment != null && word.enrollment.id().equals(enrollment.id());
    }
}
