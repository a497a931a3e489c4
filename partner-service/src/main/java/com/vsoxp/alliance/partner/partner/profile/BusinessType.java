package com.vsoxp.alliance.partner.partner.profile;

/** What kind of company a partner is. */
public enum BusinessType {
    HARDWARE_VENDOR,
    SOFTWARE_VENDOR,
    SYSTEMS_INTEGRATOR,
    CONSULTANCY,
    TRAINING_PROVIDER
}
