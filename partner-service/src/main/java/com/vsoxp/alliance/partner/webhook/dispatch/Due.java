package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.feed.FeedEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that is to be sent now.
 *
 * @param attempts how often it was sent in vain
 * @param firstAttemptAt when that began; null if it was not sent yet
 * @param event null if the feed has forgotten it
 */
record Due(UUID id, int attempts, Instant firstAttemptAt, FeedEvent event) {}
