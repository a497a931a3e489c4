package com.vsoxp.alliance.partner.audit;

import java.util.List;

/**
 * Who caused a change, and from where: a plain value that can be taken from a request and used after it, on any thread.
 *
 * @param name the subject of the caller's token, or what else moved it: {@link #EVALUATION}, {@link #SERVICE}
 * @param client the system that the token was issued to; null if the issuer does not say, or nobody called
 * @param roles what the caller may do, sorted; empty if nobody called
 * @param requestId the id that the request goes by in answers and logs; null if nobody called
 * @param traceParent the trace that the change belongs to (W3C Trace Context)
 */
public record AuditActor(String name, String client, List<String> roles, String requestId, String traceParent) {

    /** The finding of the evaluation, come as an event. */
    public static final String EVALUATION = "evaluation";

    /** This service itself, because a time had come. */
    public static final String SERVICE = "partner-service";

    static AuditActor of(String name, String traceParent) {
        return new AuditActor(name, null, List.of(), null, traceParent);
    }
}
