package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** Grants a partner again what is granted to all. */
@UseCase
class ResetEvaluationTerms {

    @Inject
    EvaluationLicenseConfig ofAll;

    /**
     * Holds for licenses that are issued from now on; those issued stay as they are.
     *
     * @param precondition is shown what is in force, and throws if the caller has not read it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for a partner that has no terms of its own
     */
    @Transactional
    void reset(UUID partnerId, Consumer<TermsInForce> precondition) {
        Holder.require(partnerId);
        var own = EvaluationTerms.<EvaluationTerms>findByIdOptional(partnerId)
                .orElseThrow(() -> Problems.notFound("evaluation terms of partner", partnerId));
        precondition.accept(TermsInForce.of(partnerId, ofAll));
        own.delete();
    }
}
