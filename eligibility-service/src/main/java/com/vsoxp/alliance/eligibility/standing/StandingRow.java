package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Told;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where a partner stands in its open enrollment, as of the last time anything moved. */
@Entity
@Table(name = "standing")
public class StandingRow extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    public UUID enrollmentId;

    /** The version of the program by which it was evaluated last. */
    public String programVersion;

    @Enumerated(EnumType.STRING)
    public Standing.Status status;

    public String tier;

    public String pendingTier;

    public LocalDate since;

    public LocalDate cureEndsOn;

    public List<String> unmet;

    /** When time alone next moves something; null for never. */
    public LocalDate nextTransitionOn;

    /** When the tier is lost if nothing new happens; null for never. */
    public LocalDate losesOn;

    /** The tier held after that; null if the enrollment ends. */
    public String fallsTo;

    /** How many published versions were reckoned with when it was last worked out what time will make of it. */
    public int programsKnown;

    /** When time alone next makes a warning due; null for never. */
    public LocalDate nextNoticeOn;

    /** The loss that was told of last, and when; null if none, or if it was averted. */
    LocalDate toldLossOn;

    LocalDate toldAt;

    /** Codes of required requirements on which the data at hand does not tell. */
    public List<String> indeterminate = List.of();

    @Column(insertable = false, updatable = false)
    LocalDate losesOnOrNever;

    /** The types of {@link #values()}. */
    static final String[] TYPES = {
        "uuid", "uuid", "text", "text", "text", "text", "date", "date", "text", "date", "date", "text", "date", "date",
        "date", "text", "int4"
    };

    /** Which of the columns tell what time will make of the standing, and of whom. */
    static final int[] FORESEEN = {0, 9, 10, 11, 12};

    /** The values that the database holds; null for a row that it has not. */
    @Transient
    private Object[] stored;

    /** From the columns in the order in which {@link KeepStandings} reads them. */
    static StandingRow read(ResultSet row) throws SQLException {
        StandingRow standing = of(row.getObject(1, UUID.class));
        standing.enrollmentId = row.getObject(2, UUID.class);
        standing.programVersion = row.getString(3);
        standing.status = Standing.Status.valueOf(row.getString(4));
        standing.tier = row.getString(5);
        standing.pendingTier = row.getString(6);
        standing.since = row.getObject(7, LocalDate.class);
        standing.cureEndsOn = row.getObject(8, LocalDate.class);
        standing.unmet = codes(row.getArray(9));
        standing.nextTransitionOn = row.getObject(10, LocalDate.class);
        standing.losesOn = row.getObject(11, LocalDate.class);
        standing.fallsTo = row.getString(12);
        standing.nextNoticeOn = row.getObject(13, LocalDate.class);
        standing.toldLossOn = row.getObject(14, LocalDate.class);
        standing.toldAt = row.getObject(15, LocalDate.class);
        standing.indeterminate = codes(row.getArray(16));
        standing.programsKnown = row.getInt(17);
        standing.stored = standing.values();
        return standing;
    }

    /** As they are stored, in the order of the columns; codes are joined by commas. */
    Object[] values() {
        return new Object[] {
            partnerId,
            enrollmentId,
            programVersion,
            status.name(),
            tier,
            pendingTier,
            since,
            cureEndsOn,
            String.join(",", unmet),
            nextTransitionOn,
            losesOn,
            fallsTo,
            nextNoticeOn,
            toldLossOn,
            toldAt,
            String.join(",", indeterminate),
            programsKnown
        };
    }

    /** How the row differs from what the database holds. */
    enum Difference {
        /** The database has none for this partner. */
        NEW,
        MOVED,
        /** Only in what time will make of the standing. */
        FORESEEN,
        NONE
    }

    Difference difference() {
        if (stored == null) {
            return Difference.NEW;
        }
        Object[] values = values();
        Difference difference = Difference.NONE;
        for (int column = 0; column < values.length; column++) {
            if (!Objects.equals(values[column], stored[column])) {
                if (Arrays.binarySearch(FORESEEN, column) < 0) {
                    return Difference.MOVED;
                }
                difference = Difference.FORESEEN;
            }
        }
        return difference;
    }

    private static List<String> codes(java.sql.Array codes) throws SQLException {
        return List.of((String[]) codes.getArray());
    }

    /** The standing as the rules see it. */
    public Standing standing() {
        return new Standing(status, tier, pendingTier, since, cureEndsOn, unmet);
    }

    /** A row for a partner that has none yet. */
    public static StandingRow of(UUID partnerId) {
        StandingRow row = new StandingRow();
        row.partnerId = partnerId;
        return row;
    }

    /** Takes over a standing. */
    public void become(Standing standing) {
        status = standing.status();
        tier = standing.tier();
        pendingTier = standing.pendingTier();
        since = standing.since();
        cureEndsOn = standing.cureEndsOn();
        unmet = standing.unmet();
    }

    /** Whether time alone has moved something by this day, or made a warning due. */
    public boolean isDue(LocalDate today) {
        return Stream.of(nextTransitionOn, nextNoticeOn).anyMatch(day -> day != null && !day.isAfter(today));
    }

    /** What was told last of a loss ahead. */
    public Optional<Told> told() {
        return Optional.ofNullable(toldLossOn).map(lossOn -> new Told(lossOn, toldAt));
    }

    /** Remembers what was told last of a loss ahead. */
    public void remember(Optional<Told> told) {
        toldLossOn = told.map(Told::lossOn).orElse(null);
        toldAt = told.map(Told::at).orElse(null);
    }

    /**
     * Takes over a standing as it was looked at today, and what is foreseen of it.
     *
     * @param loss the loss foreseen
     */
    public void stand(
            Passage passage,
            Place place,
            Succession succession,
            Warnings warnings,
            Optional<Loss> loss,
            LocalDate today) {
        Program program = place.program();
        Standing standing = place.standing();
        become(standing);
        int rank = program.tier(standing.tier()).map(Tier::rank).orElse(Integer.MIN_VALUE);
        programVersion = program.version();
        programsKnown = succession.versions().size();
        indeterminate = passage.rules(program).evaluation().indeterminateFrom(rank, today);
        expect(passage.nextTransition(program, standing, today), loss, warnings.nextNoticeAfter(today, loss));
    }

    /** Takes over what time will make of the standing if nothing new happens. */
    public void expect(Optional<LocalDate> nextTransition, Optional<Loss> loss, Optional<LocalDate> nextNotice) {
        nextTransitionOn = nextTransition.orElse(null);
        losesOn = loss.map(Loss::on).orElse(null);
        fallsTo = loss.map(Loss::fallsTo).orElse(null);
        nextNoticeOn = nextNotice.orElse(null);
    }
}
