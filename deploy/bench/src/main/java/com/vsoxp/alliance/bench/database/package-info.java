/** Services' databases as they are when a million rows have come together. */
package com.vsoxp.alliance.bench.database;
