package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Grants a partner more, or less, than is granted to all. */
@UseCase
class SetEvaluationTerms {

    @Inject
    EvaluationLicenseConfig ofAll;

    @Inject
    Clock clock;

    /**
     * Holds for licenses that are issued from now on; those issued stay as they are.
     *
     * @param precondition is shown what is in force, and throws if the caller has not read it
     */
    @Transactional
    TermsInForce set(
            UUID partnerId,
            int mostAtOnce,
            int validForDays,
            String reason,
            String by,
            Consumer<TermsInForce> precondition) {
        Holder.require(partnerId);
        precondition.accept(TermsInForce.of(partnerId, ofAll));
        var terms = EvaluationTerms.<EvaluationTerms>findByIdOptional(partnerId)
                .orElseGet(() -> EvaluationTerms.of(partnerId));
        terms.mostAtOnce = mostAtOnce;
        terms.validForDays = validForDays;
        terms.reason = reason;
        terms.setBy = by;
        terms.setAt = clock.instant();
        terms.version++;
        terms.persist();
        return TermsInForce.of(terms);
    }
}
