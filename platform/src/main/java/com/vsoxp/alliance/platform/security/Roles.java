package com.vsoxp.alliance.platform.security;

/** The roles a token can carry, for {@code @RolesAllowed}. */
public final class Roles {

    /** A CRM system: writes partners, evidence, sales, deals, quotes, licenses and webhooks. */
    public static final String CRM = "crm";

    /** May all that {@link #CRM} may, and alone decides. */
    public static final String PROGRAM_MANAGER = "program-manager";

    /** A partner, for itself alone: the one named by the claim {@code partner_id}. */
    public static final String PARTNER = "partner";

    /** Reads everything, writes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
