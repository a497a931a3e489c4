/** What is kept beside the listings so that searches need not count them: tallies and bitmaps. */
package com.vsoxp.alliance.directory.search.kept;
