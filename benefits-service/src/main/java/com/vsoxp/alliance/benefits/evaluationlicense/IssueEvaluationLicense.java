package com.vsoxp.alliance.benefits.evaluationlicense;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.vsoxp.alliance.benefits.entitlement.Entitlement;
import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.benefits.holder.HolderName;
import com.vsoxp.alliance.benefits.holder.MergedHolder;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.benefits.signing.Signatures;
import com.vsoxp.alliance.benefits.usage.NoteUsage;
import com.vsoxp.alliance.benefits.usage.Use;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Issues a key to a partner that is entitled to it now and holds fewer than it may. */
@UseCase
class IssueEvaluationLicense {

    /** The header's type of a key: no credential, and nobody else's token, passes for one. */
    static final String TYPE = "evaluation-license+jwt";

    private static final String BENEFIT = "EVALUATION_LICENSE";

    @Inject
    Signatures signatures;

    @Inject
    EvaluationLicenseConfig ofAll;

    @Inject
    NoteUsage noteUsage;

    @Inject
    Clock clock;

    @Inject
    ProgramDay programDay;

    /**
     * Issues one. The holder's row is held meanwhile: so of two at the limit's last place one comes second, and none slips
     * past a suspension that is being taken in.
     *
     * @param by the caller, for the record
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 when the partner is not entitled to it, or holds as
     *     many as it may
     */
    @Transactional
    EvaluationLicense issue(UUID partnerId, String product, String by) {
        var holder = Holder.require(partnerId);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        mustBeEntitled(partnerId, now);
        var terms = TermsInForce.of(partnerId, ofAll);
        mustHaveRoom(partnerId, terms, now);

        var license = new EvaluationLicense();
        license.id = Ids.next();
        license.partnerId = partnerId;
        license.product = product;
        license.issuedAt = now;
        license.issuedBy = by;
        license.expiresAt = programDay.daysAfter(now, terms.validForDays());
        sign(license);
        license.persist();
        noteUsage.note(Use.of(partnerId, BENEFIT, license.id, programDay.of(now), holder.programVersion));
        return license;
    }

    private void mustBeEntitled(UUID partnerId, Instant now) {
        if (!Entitlement.valueOn(programDay.of(now), partnerId, BENEFIT).equals(Optional.of(Term.INCLUDED))) {
            throw Problems.conflict("NOT_ENTITLED", "The partner is not entitled to evaluation licenses now.");
        }
    }

    private static void mustHaveRoom(UUID partnerId, TermsInForce terms, Instant now) {
        if (EvaluationLicense.standingOf(MergedHolder.allIn(partnerId), now) >= terms.mostAtOnce()) {
            throw Problems.conflict(
                    "LIMIT_REACHED",
                    "The partner may hold " + terms.mostAtOnce()
                            + " at once, and does. Revoke one that is not needed.");
        }
    }

    private void sign(EvaluationLicense license) {
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("jti", license.id.toString())
                .put("sub", license.partnerId.toString())
                .put("iat", license.issuedAt.getEpochSecond())
                .put("product", license.product);
        HolderName.of(license.partnerId).ifPresent(name -> claims.put("holder", name));
        var signed = signatures.sign(TYPE, claims, license.expiresAt);
        license.licenseKey = signed.compact();
        license.kid = signed.kid();
    }
}
