/** The listings for machines: what changed since they last asked, and all of it. */
package com.vsoxp.alliance.directory.feed;
