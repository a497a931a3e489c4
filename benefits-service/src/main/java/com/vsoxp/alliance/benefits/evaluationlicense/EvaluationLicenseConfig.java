package com.vsoxp.alliance.benefits.evaluationlicense;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What is granted to every partner that is entitled to evaluation licenses, unless terms of its own were set. */
@ConfigMapping(prefix = "alliance.evaluation-licenses")
public interface EvaluationLicenseConfig {

    /** How many a partner may hold at once: those neither expired nor revoked. */
    @Min(0)
    @Max(EvaluationTerms.MOST_AT_ONCE)
    @WithDefault("5")
    int mostAtOnce();

    /** For how many days one is valid. */
    @Min(1)
    @Max(EvaluationTerms.LONGEST_DAYS)
    @WithDefault("90")
    int validForDays();
}
