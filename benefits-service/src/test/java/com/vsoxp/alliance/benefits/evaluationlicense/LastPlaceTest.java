package com.vsoxp.alliance.benefits.evaluationlicense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.benefits.Overlapping;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two replicas issue to the same partner at the same time, when it may have one more. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LastPlaceTest {

    private static final String BY = "crm-test";

    @Inject
    IssueEvaluationLicense issueEvaluationLicense;

    @Inject
    SetEvaluationTerms setEvaluationTerms;

    @Inject
    Overlapping overlapping;

    @Test
    void whoComesSecondWaitsAndIsRefused() {
        Said.program();
        var partner = Partners.premier();
        setEvaluationTerms.set(partner, 1, 90, "One trial", BY, _ -> {});

        assertThatThrownBy(() -> overlapping.run(
                        () -> issueEvaluationLicense.issue(partner, "VSO-XP", BY),
                        () -> issueEvaluationLicense.issue(partner, "VSO-XP", BY)))
                .rootCause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo("LIMIT_REACHED"));

        long held = QuarkusTransaction.requiringNew()
                .call(() -> EvaluationLicense.standingOf(List.of(partner), Instant.now()));
        assertThat(held).isEqualTo(1);
    }
}
