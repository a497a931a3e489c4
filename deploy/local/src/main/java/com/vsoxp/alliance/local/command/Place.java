package com.vsoxp.alliance.local.command;

import java.nio.file.Path;

/** Where a command works, as its script says by system properties. */
final class Place {

    private Place() {}

    /** The repository. */
    static Path root() {
        return Path.of(System.getProperty("alliance.root"));
    }

    /** The folder of data, keys and logs. */
    static Path state() {
        return Path.of(System.getProperty("alliance.state"));
    }
}
