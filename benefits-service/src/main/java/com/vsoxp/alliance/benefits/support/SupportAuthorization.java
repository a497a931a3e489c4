package com.vsoxp.alliance.benefits.support;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to: may this contact open a support case?
 *
 * <p>The program gives technical support "to specified authorized contact": so the partner must be entitled to it, and the
 * contact must be one that the partner has authorized.
 */
@Schema(description = "Whether a contact may open a support case, and on what terms.")
public record SupportAuthorization(
        boolean authorized,

        @Schema(nullable = true, description = "INCLUDED or FEE_BASED; absent if not authorized")
        Term terms,

        Reason reason) {

    /** Why the answer is what it is. */
    public enum Reason {
        AUTHORIZED_CONTACT,
        CONTACT_NOT_AUTHORIZED,
        PARTNER_NOT_ENTITLED
    }

    /**
     * @param support what the partner's entitlement to technical support is worth today; empty, if it holds no tier
     * @param authorizedContact whether the partner has authorized the contact in matters of support
     */
    static SupportAuthorization of(Optional<BenefitValue> support, boolean authorizedContact) {
        return switch (support.orElse(Term.NOT_AVAILABLE)) {
            case Percent _ -> refused(Reason.PARTNER_NOT_ENTITLED);
            case Term.NOT_AVAILABLE -> refused(Reason.PARTNER_NOT_ENTITLED);
            case Term terms ->
                authorizedContact
                        ? new SupportAuthorization(true, terms, Reason.AUTHORIZED_CONTACT)
                        : refused(Reason.CONTACT_NOT_AUTHORIZED);
        };
    }

    private static SupportAuthorization refused(Reason reason) {
        return new SupportAuthorization(false, null, reason);
    }
}
