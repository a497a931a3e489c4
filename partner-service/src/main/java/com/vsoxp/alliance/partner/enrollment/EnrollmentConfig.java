package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What a partner can enroll for, and when it renews. */
@ConfigMapping(prefix = "alliance.enrollment")
public interface EnrollmentConfig {

    /** Codes of the tiers that can be applied for: those of the program in force. */
    @WithDefault("RESELLER,PREMIER")
    Set<String> tiers();

    /** A term can be renewed from so many days before its last day. */
    @WithDefault("60")
    int renewalDaysBefore();

    /** Until so many days after its last day the new term starts where the old one ended. */
    @WithDefault("30")
    int renewalDaysAfter();

    /** The two above as the rule wants them. */
    default RenewalWindow renewalWindow() {
        return new RenewalWindow(renewalDaysBefore(), renewalDaysAfter());
    }
}
