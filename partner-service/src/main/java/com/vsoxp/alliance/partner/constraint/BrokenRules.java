package com.vsoxp.alliance.partner.constraint;

import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gathers the rules that a request breaks, so that the caller learns of all of them at once. */
public final class BrokenRules {

    private static final int MOST_DIGITS = 15;

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a rule if it is broken. */
    public BrokenRules when(boolean broken, String pointer, String code, String detail) {
        if (broken) {
            errors.add(new FieldError(pointer, code, detail));
        }
        return this;
    }

    /** Notes a day, if there is one, that has not come yet. */
    public BrokenRules whenInFuture(LocalDate day, LocalDate today, String pointer) {
        return when(day != null && day.isAfter(today), pointer, "IN_FUTURE", "must not be after today, " + today + ".");
    }

    /** Notes a sum of money so large that thousands like it could not be added up in 64 bits, as those who hear of it may do. */
    public BrokenRules whenTooLarge(Money money, String pointer) {
        return when(
                money.amount().precision() > MOST_DIGITS,
                pointer + "/amount",
                "TOO_LARGE",
                "must have at most " + MOST_DIGITS + " digits, with those behind the point.");
    }

    /**
     * Ends the request if any rule is broken.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks one
     */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Problems.rule(errors);
        }
    }
}
