package com.vsoxp.alliance.partner.webhook.delivery;

/** How far the sending of one event to one webhook has come. */
public enum DeliveryStatus {
    /** It will be sent, or sent again. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** All attempts were in vain. */
    FAILED
}
