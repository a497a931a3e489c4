package com.vsoxp.alliance.directory.page.shell;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the directory presents itself to people. */
@ConfigMapping(prefix = "alliance.directory.page")
public interface PageConfig {

    /** The name of the directory: on top of each page, and in its title. */
    @WithDefault("VSO-XP Alliance")
    String siteName();

    /** What a visitor reads above the search. */
    @WithDefault("Find a partner")
    String headline();

    /** What the directory is, in a sentence: below the headline, and in search engines. */
    @WithDefault(
            "Resellers, integrators and consultants who know the VSO-XP help desk, and who are entitled today to say so.")
    String introduction();

    /**
     * Which sites may show {@code /embed} in a frame: sources as in the {@code frame-ancestors} of a content security policy, such
     * as {@code https://www.vendor.example}. Anybody may unless told, since the page shows what is public and does nothing.
     */
    @WithDefault("*")
    String embedAncestors();
}
