/** What reads of the directory cost. */
package com.vsoxp.alliance.bench.directory;
