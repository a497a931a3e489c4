package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;

/** Whether a partner may use the logo now. */
public enum LogoStatus {
    VALID,
    SUSPENDED,
    REVOKED;

    /**
     * What is true now, by whichever of two intakes heard first: a suspension or an end counts as soon as one knows of it, and
     * the right as soon as both do.
     *
     * @param enrollment what the token's enrollment was last said to be
     * @param standing what the partner's entitlements follow
     * @param entitled whether they include the logo today
     */
    static LogoStatus of(EnrollmentStatus enrollment, EnrollmentStatus standing, boolean entitled) {
        return switch (enrollment) {
            case APPLIED, TERMINATED, REJECTED, WITHDRAWN -> REVOKED;
            case SUSPENDED -> SUSPENDED;
            case ACTIVE -> {
                if (standing == EnrollmentStatus.SUSPENDED) {
                    yield SUSPENDED;
                }
                yield entitled ? VALID : REVOKED;
            }
        };
    }
}
