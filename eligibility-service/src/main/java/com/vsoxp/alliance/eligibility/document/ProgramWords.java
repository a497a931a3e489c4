package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Window;
import java.time.Period;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program says, in words for a person. */
public final class ProgramWords {

    private ProgramWords() {}

    /** What a tier expects. */
    public static String of(Level level, Measure measure) {
        return switch (level) {
            case Level.NotApplicable _ -> "N/A";
            case Level.Encouraged encouraged ->
                "Encouraged" + (isLeast(encouraged.target()) ? "" : ": " + of(encouraged.target(), measure));
            case Level.Required required ->
                of(required.target(), measure)
                        + (required.grace().isZero() ? "" : ", after a grace of " + of(required.grace()));
        };
    }

    /** What is counted, and when. */
    public static String of(Measure measure) {
        return switch (measure.aggregate()) {
            case SUM -> "Every " + kind(measure.of()) + " " + of(measure.window()) + ", added up";
            case COUNT -> "Every " + kind(measure.of()) + " " + of(measure.window()) + ", counted";
            case HOLDS -> "A valid " + kind(measure.of()) + " " + of(measure.window());
            case POINTS ->
                measure.parts().stream()
                        .map(part -> part.weight() + " for every " + kind(part.of()) + " " + of(part.window()))
                        .collect(Collectors.joining(", "));
        };
    }

    public static String of(Benefit.Value value) {
        return switch (value) {
            case Benefit.Percent percent -> percent.percent().toPlainString() + "%";
            case Benefit.Terms.INCLUDED -> "Included";
            case Benefit.Terms.FEE_BASED -> "Fee based";
            case Benefit.Terms.NOT_AVAILABLE -> "N/A";
        };
    }

    public static String of(Policies policies) {
        return Stream.of(of(policies.promotion()), cure(policies.curePeriod()), of(policies.transition()))
                .collect(Collectors.joining(" "));
    }

    public static String of(Policies.Promotion promotion) {
        return switch (promotion) {
            case AUTOMATIC -> "Promotion takes effect at once.";
            case REVIEW -> "Promotion waits for a program manager's approval.";
        };
    }

    public static String cure(Period period) {
        return "A tier that is not met any more is kept for " + of(period) + ".";
    }

    public static String of(Policies.Transition transition) {
        return switch (transition) {
            case AT_ONCE -> "Partners move over to this version on its first day.";
            case AT_NEXT_TERM -> "Partners move over to this version when their term ends.";
        };
    }

    public static String of(Period period) {
        return Stream.of(
                        number(period.getYears(), "year"),
                        number(period.getMonths(), "month"),
                        number(period.getDays(), "day"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" and "));
    }

    public static String of(Window window) {
        return switch (window) {
            case ROLLING_12_MONTHS -> "in the last 12 months";
            case ENROLLMENT_YEAR -> "in the enrollment year";
            case CALENDAR_YEAR -> "in the calendar year";
            case EVER -> "to date";
            case ENROLLMENT -> "in the enrollment";
        };
    }

    private static String of(Amount target, Measure measure) {
        return switch (target) {
            case Amount.Held _ -> "Required";
            case Amount.Sum sum -> sum.money().amount() + " " + sum.money().currency();
            case Amount.Units units ->
                units.count()
                        + " "
                        + (units.count() == 1
                                ? measure.unit().one()
                                : measure.unit().other());
        };
    }

    /** One, or held: what can be asked for at the least needs no number. */
    private static boolean isLeast(Amount target) {
        return target.number() == 1;
    }

    private static String kind(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(int number, String unit) {
        return number == 0 ? null : number + " " + unit + (number == 1 ? "" : "s");
    }
}
