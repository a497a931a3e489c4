package com.vsoxp.alliance.benefits.logo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** How the right to use the logo is told. */
@ConfigMapping(prefix = "alliance.logo")
public interface LogoConfig {

    /**
     * What tokens are made from. With another one than before, tokens that were given stay as they are, unless the database
     * is built anew; then every badge on a partner's page needs its new address.
     */
    @Size(min = 16)
    String tokenSecret();

    /** For so long a page or a badge may be kept by caches: so much later may a suspension be seen. */
    @WithDefault("5s")
    Duration cacheFor();

    /** For so long a credential is valid, which nobody can take back; whoever holds one fetches the next. */
    @WithDefault("24h")
    Duration credentialValidFor();
}
