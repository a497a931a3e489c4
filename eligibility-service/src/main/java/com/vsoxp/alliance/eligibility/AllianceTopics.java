package com.vsoxp.alliance.eligibility;

/** The topics this service speaks on or listens to. Their records are keyed by partner id. */
public final class AllianceTopics {

    /** Partner records, enrollments, evidence and stories; read here. */
    public static final String PARTNERS = "alliance.partners";

    /** Sales and their reversals; read here. */
    public static final String SALES = "alliance.sales";

    /** What the evaluation of the requirements found; written here. */
    public static final String ELIGIBILITY = "alliance.eligibility";

    private AllianceTopics() {}
}
