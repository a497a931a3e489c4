/** How words are looked for: as they were typed, and as they may have been meant. */
package com.vsoxp.alliance.directory.search.words;
