package com.vsoxp.alliance.partner.partner.profile;

/** What a partner does for its customers. */
public enum OfferedService {
    DEVELOPMENT,
    MARKETING,
    SALES,
    DELIVERY,
    SUPPORT,
    PROCESS_REDESIGN,
    TRAINING,
    IT_CONSULTING,
    E_COMMERCE,
    AUTOMATED_CUSTOMER_SERVICE
}
