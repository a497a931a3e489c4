package com.vsoxp.alliance.partner;

/** The topics this service speaks on or listens to. Their records are keyed by partner id. */
public final class AllianceTopics {

    /** Partner records, enrollments, evidence, stories and contacts; written here. */
    public static final String PARTNERS = "alliance.partners";

    /** Sales and their reversals; written here. */
    public static final String SALES = "alliance.sales";

    /** What the evaluation of the requirements found; read here. */
    public static final String ELIGIBILITY = "alliance.eligibility";

    /** What partners are entitled to; passed on from here. */
    public static final String BENEFITS = "alliance.benefits";

    private AllianceTopics() {}
}
