package com.vsoxp.alliance.directory.syndication;

import java.net.URI;

/**
 * Where and what the directory is.
 *
 * @param base the address that it was asked at
 */
record Site(URI base, String title, String description) {

    /** The absolute address of a path from the root. */
    String at(String path) {
        return base.resolve(path).toString();
    }
}
