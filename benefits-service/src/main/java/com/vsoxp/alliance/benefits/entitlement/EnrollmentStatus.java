package com.vsoxp.alliance.benefits.entitlement;

/** The states of an enrollment, as partner-service names them. */
public enum EnrollmentStatus {
    APPLIED,
    ACTIVE,
    SUSPENDED,
    TERMINATED,
    REJECTED,
    WITHDRAWN
}
