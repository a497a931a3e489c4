/** What the world is told of the listings, slug by slug, in one order of all changes. */
package com.vsoxp.alliance.directory.publication;
