/** The listings of partners, each under a slug that old links keep leading to. */
package com.vsoxp.alliance.directory.listing;
