package com.vsoxp.alliance.benefits.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.vsoxp.alliance.benefits.money.Amounts;
import java.util.List;
import java.util.Map;

/**
 * What a quote promises, which never changes: its positions, and the entitlements that their discounts come from.
 *
 * @param entitlements one for each kind of thing that is quoted
 * @param lines at least one, all in one currency
 */
public record QuoteTerms(List<UsedEntitlement> entitlements, List<QuoteLine> lines) {

    /** Prices what is asked for by the entitlements, which must hold one for each kind asked for. */
    static QuoteTerms of(List<QuoteRequest.Line> asked, Map<QuotedKind, UsedEntitlement> entitlements) {
        return new QuoteTerms(
                asked.stream()
                        .map(QuoteRequest.Line::kind)
                        .distinct()
                        .sorted()
                        .map(entitlements::get)
                        .toList(),
                asked.stream()
                        .map(line -> QuoteLine.priced(
                                line, entitlements.get(line.kind()).percent()))
                        .toList());
    }

    /** All lines together: the sum of what each comes to. */
    @JsonIgnore
    public Amounts totals() {
        return lines.stream().map(QuoteLine::amounts).reduce(none(), Amounts::plus);
    }

    /** The lines of one kind together. */
    public Amounts totalOf(QuotedKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(QuoteLine::amounts)
                .reduce(none(), Amounts::plus);
    }

    private Amounts none() {
        return Amounts.none(lines.getFirst().list().currency());
    }
}
