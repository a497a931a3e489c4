package com.vsoxp.alliance.benefits.support;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How an authorized contact's address is made unreadable on the topics. */
@ConfigMapping(prefix = "alliance.contact-digest")
public interface ContactDigestConfig {

    /**
     * The secret of the digest; the same in partner-service and benefits-service, and known to no one else. The default is
     * for a local system only.
     */
    @WithDefault("local-contact-digest-secret")
    String secret();
}
