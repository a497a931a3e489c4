/** How many listings there are per value of each filter, by what is kept of them or one by one. */
package com.vsoxp.alliance.directory.search.count;
