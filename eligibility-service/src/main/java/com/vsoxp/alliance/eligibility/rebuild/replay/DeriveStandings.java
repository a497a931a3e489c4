package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.vsoxp.alliance.eligibility.decision.WarningsConfig;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.LockPartners;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.KeepStandings;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Step;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Notice;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Makes of what was said, partner by partner, its enrollment and where it should stand: the standing as this service told it,
 * and what time will make of it by the facts. Nothing is decided: where the facts say more than was decided, the partner is
 * due at once, and the sweep decides.
 */
@UseCase
class DeriveStandings {

    private static final int AT_ONCE = 5_000;

    /** What all partners are looked at with. */
    private record Today(LocalDate day, Program inForce, Succession succession, Set<UUID> doubted) {}

    private final Doubts doubts;
    private final Warnings warnings;
    private final ObjectReader events;
    private final Clock clock;

    DeriveStandings(Doubts doubts, WarningsConfig config, ObjectMapper json, Clock clock) {
        this.doubts = doubts;
        this.warnings = new Warnings(config.daysBefore());
        this.events = json.readerFor(Decided.Told.class);
        this.clock = clock;
    }

    /**
     * Of these partners; of all if it is null.
     *
     * @param succession all versions of the program, those too that are still to be put back
     * @param reading in a transaction, for cursors
     * @param writing for the results
     * @param done is told now and then how many facts are reckoned with
     */
    void derive(
            Succession succession, Connection reading, Connection writing, Collection<UUID> partners, LongConsumer done)
            throws SQLException {
        Instant now = clock.instant();
        Program inForce = succession.inForce(now);
        Today today = new Today(inForce.dayOf(now), inForce, succession, doubts.partners());
        List<PartnerRow> partnerRows = new ArrayList<>();
        List<StandingRow> standingRows = new ArrayList<>();
        long facts = 0;
        try (Histories histories = new Histories(reading, partners, events)) {
            Optional<History> next;
            while ((next = histories.next()).isPresent()) {
                History history = next.get();
                if (history.isEmpty()) {
                    continue;
                }
                PartnerRow partner = history.partner();
                partnerRows.add(partner);
                partner.openEnrollment()
                        .map(enrollment -> standing(history, enrollment, today))
                        .ifPresent(standingRows::add);
                facts += history.known().size();
                if (partnerRows.size() == AT_ONCE) {
                    write(writing, partnerRows, standingRows);
                    done.accept(facts);
                }
            }
        }
        write(writing, partnerRows, standingRows);
    }

    private StandingRow standing(History history, Enrollment enrollment, Today today) {
        Decided decided = history.decided(enrollment, today.succession, today.inForce::dayOf);
        List<Fact> facts = history.facts();
        List<Doubt> doubts = doubts(history.partnerId(), today.doubted);
        Passage passage = new Passage(
                today.succession, enrollment, program -> Evaluation.of(program, facts, enrollment.dates(), doubts));
        Standing standing = decided.standing();
        Program under = version(today.succession, decided.programVersion());
        if (standing.status() == Status.APPLICANT) {
            // Who holds nothing moves over without a word.
            under = today.succession.after(under, today.day, enrollment.termEndsOn());
        }
        LocalDate lastWord = today.inForce.dayOf(history.lastWord());
        LocalDate lastLook = lastWord.isAfter(today.day) ? today.day : lastWord;
        StandingRow row = StandingRow.of(history.partnerId());
        row.enrollmentId = enrollment.id();
        row.remember(decided.lossTold());
        stand(row, passage, new Place(under, standing, List.of()), lastLook, today);
        return row;
    }

    /**
     * With what time has made of it since it was decided, as far as nothing is to be decided. Where something is, by time or by the
     * facts, it is due, on the day on which it was or today.
     *
     * @param lastLook the last day on which it was looked at with all that these rules know
     */
    private void stand(StandingRow row, Passage passage, Place decided, LocalDate lastLook, Today today) {
        Program under = decided.program();
        Standing standing = decided.standing();
        Optional<Loss> loss = passage.foreseenLoss(under, standing, today.day);
        row.stand(passage, decided, today.succession, warnings, loss, today.day);
        LocalDate due = passage.nextTransition(under, standing, lastLook).orElse(null);
        List<Step> missed = passage.passTime(under, standing, due, today.day).steps();
        if (!missed.isEmpty()) {
            row.nextTransitionOn = missed.getFirst().move().on();
        } else if (!passage.look(under, standing, today.day).steps().isEmpty()
                || warnings.notice(row.told(), loss, today.day) != Notice.NOTHING) {
            row.nextTransitionOn = today.day;
        }
    }

    private static Program version(Succession succession, String name) {
        return succession.versions().stream()
                .filter(version -> version.version().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new JobEndedException(
                                "Partners stand under version " + name + " of the program, which is"
                                        + " neither here nor on the topic. It is told with every publication: see why it is not there."));
    }

    private List<Doubt> doubts(UUID partner, Set<UUID> doubted) {
        return doubted.contains(partner)
                ? doubts.ofPartners(List.of(partner)).getOrDefault(partner, List.of())
                : List.of();
    }

    private static void write(Connection connection, List<PartnerRow> partners, List<StandingRow> standings)
            throws SQLException {
        LockPartners.insert(connection, "rebuilt_partner", partners);
        KeepStandings.insert(connection, "rebuilt_standing", standings);
        partners.clear();
        standings.clear();
    }
}
