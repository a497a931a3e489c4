package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.decision.News;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.eligibility.intake.PartnersIntake;
import com.vsoxp.alliance.eligibility.intake.SalesIntake;
import com.vsoxp.alliance.eligibility.rebuild.version.ToldVersion;
import com.vsoxp.alliance.eligibility.rebuild.version.ToldVersions;
import com.vsoxp.alliance.platform.inbox.EventReader;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.inbox.SetAside;
import com.vsoxp.alliance.platform.sql.CopyRows;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Writes what the events say into the staging tables, so that memory is needed for a batch of them and no more. The words of
 * the events are the intakes' own. What an intake could not take is passed over here too, and stays on its dead letter topic.
 */
final class StageEvents {

    private static final Logger LOG = Logger.getLogger(StageEvents.class);

    private static final int AT_ONCE = 20_000;

    private final Connection connection;
    private final EventReader reader;
    private final CopyRows facts = new CopyRows(
            "rebuild_fact_said",
            "partner_id, id, withdrawn, sequence, known_at, kind, on_day, until_day, quantity, amount, currency,"
                    + " list_minor, list_currency, of_sale");
    private final CopyRows partners = new CopyRows(
            "rebuild_partner_said",
            "partner_id, sequence, known_at, enrollment_id, status, tier, applied_tier, applied_on, since, term_ends_on,"
                    + " ended_on");
    private final CopyRows decided = new CopyRows("rebuild_decided", "partner_id, sequence, told_at, type, data");

    private final Untaken untaken = new Untaken();
    private final ToldVersions versions = new ToldVersions();
    // Null while nobody wants to know.
    private Set<UUID> concerned;
    private long read;
    private long unreadable;

    StageEvents(Connection connection, EventReader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** How many events were read. */
    long read() {
        return read;
    }

    /** How many of them could not be taken. */
    long unreadable() {
        return unreadable;
    }

    /** Which of them were not taken after all. */
    Untaken untaken() {
        return untaken;
    }

    /** The versions of the program that were told so far. */
    ToldVersions versions() {
        return versions;
    }

    /** From now on, notes whom the events are about. */
    Set<UUID> noteConcerned() {
        concerned = new HashSet<>();
        return concerned;
    }

    void stage(ConsumerRecords<String, byte[]> records) throws SQLException {
        for (ConsumerRecord<String, byte[]> record : records) {
            read++;
            try {
                ReceivedEvent event = reader.readEvent(record);
                stage(event);
                untaken.taken(event);
            } catch (RuntimeException asTheIntakeCouldNotEither) {
                unreadable++;
                untaken.note(SetAside.of(record, asTheIntakeCouldNotEither, Instant.ofEpochMilli(record.timestamp())));
                LOG.warnf(
                        "A rebuild passes over %s-%d@%d: %s",
                        record.topic(), record.partition(), record.offset(), asTheIntakeCouldNotEither);
            }
        }
        if (facts.size() + partners.size() + decided.size() >= AT_ONCE) {
            write();
        }
    }

    /** Writes what is gathered so far. */
    void write() throws SQLException {
        facts.writeTo(connection);
        partners.writeTo(connection);
        decided.writeTo(connection);
    }

    private void stage(ReceivedEvent event) {
        switch (event.topic()) {
            case AllianceTopics.PARTNERS -> heard(PartnersIntake.news(List.of(event)));
            case AllianceTopics.SALES -> heard(SalesIntake.news(List.of(event)));
            default -> decided(event);
        }
    }

    private void heard(News news) {
        news.registered()
                .forEach((partner, at) -> partners.add(
                        concerned(partner), null, micros(at), null, null, null, null, null, null, null, null));
        news.enrollments().forEach(this::enrollment);
        news.facts().forEach(change -> {
            switch (change) {
                case FactChange.Recorded recorded -> recorded(recorded);
                case FactChange.Withdrawn withdrawn ->
                    facts.add(
                            concerned(withdrawn.partnerId()),
                            withdrawn.factId(),
                            true,
                            withdrawn.sequence(),
                            micros(withdrawn.knownAt()),
                            withdrawn.kind(),
                            withdrawn.on(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            }
        });
    }

    private void recorded(FactChange.Recorded recorded) {
        Fact fact = recorded.fact();
        facts.add(
                concerned(recorded.partnerId()),
                fact.id(),
                false,
                recorded.sequence(),
                micros(recorded.knownAt()),
                fact.kind(),
                fact.on(),
                fact.until(),
                fact.quantity(),
                fact.money() == null ? null : fact.money().amount(),
                fact.money() == null ? null : fact.money().currency(),
                recorded.price().minorUnits(),
                recorded.price().currency(),
                recorded.price().ofSale());
    }

    private void enrollment(EnrollmentNews news) {
        partners.add(
                concerned(news.partnerId()),
                news.sequence(),
                micros(news.knownAt()),
                news.id(),
                news.status(),
                news.tier(),
                news.appliedTier(),
                news.appliedOn(),
                news.since(),
                news.termEndsOn(),
                news.endedOn());
    }

    private void decided(ReceivedEvent event) {
        if (event.type().equals(ToldVersion.TYPE)) {
            versions.hear(ToldVersion.of(event));
        } else if (event.type().equals(Decided.TIER_QUALIFIED) || event.type().equals(Decided.STANDING_CHANGED)) {
            decided.add(
                    concerned(UUID.fromString(event.key())),
                    event.sequence(),
                    micros(event.time()),
                    event.type(),
                    new String(event.content(), StandardCharsets.UTF_8));
        }
    }

    private UUID concerned(UUID partner) {
        if (concerned != null) {
            concerned.add(partner);
        }
        return partner;
    }

    /** In the database's own precision, which would round it up. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
