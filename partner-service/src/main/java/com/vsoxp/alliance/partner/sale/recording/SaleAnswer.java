package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.problem.ProblemException;

/** What becomes of a report. */
public sealed interface SaleAnswer {

    /**
     * The sale is in the records.
     *
     * @param isNew whether this report brought it
     * @param kept what is answered to this request's key from now on; null without one
     */
    record Recorded(Sale sale, boolean isNew, FirstAnswer kept) implements SaleAnswer {}

    /** The request was answered before, under its key. */
    record AnsweredBefore(FirstAnswer first) implements SaleAnswer {}

    /** The report cannot be recorded. */
    record Refused(ProblemException why) implements SaleAnswer {}
}
