package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When an enrollment is renewed. */
@ConfigMapping(prefix = "alliance.enrollment")
public interface EnrollmentConfig {

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
