/** What fits a question, as the meeting of the bitmaps that are kept of values. */
package com.vsoxp.alliance.directory.search.drawn;
