package com.vsoxp.alliance.partner.privacy;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** How addresses of people are made unreadable before they leave this service. */
@ConfigMapping(prefix = "alliance.contact-digest")
public interface ContactDigestConfig {

    /**
     * The secret that this service and the benefits service share. It has no default: with a known one, anybody who reads
     * the topics could try out addresses. Changing it orphans all digests that are already published.
     */
    @Size(min = 16)
    String secret();
}
