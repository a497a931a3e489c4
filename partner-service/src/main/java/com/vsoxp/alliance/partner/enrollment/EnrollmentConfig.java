package com.vsoxp.alliance.partner.enrollment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What a partner can enroll for. */
@ConfigMapping(prefix = "alliance.enrollment")
public interface EnrollmentConfig {

    /** Codes of the tiers that can be applied for: those of the program in force. */
    @WithDefault("RESELLER,PREMIER")
    Set<String> tiers();
}
