/** The success stories that partners have published. */
package com.vsoxp.alliance.directory.story;
