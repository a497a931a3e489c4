package com.vsoxp.alliance.partner.webhook;

/** Whether events are sent to a webhook. */
public enum WebhookStatus {
    ACTIVE,
    DISABLED
}
