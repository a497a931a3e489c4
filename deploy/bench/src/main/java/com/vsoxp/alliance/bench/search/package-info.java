/** What a search of the directory costs, and how that grows with the directory. */
package com.vsoxp.alliance.bench.search;
