/** Finding listings: by words with typing errors forgiven, by what partners do, and by distance. */
package com.vsoxp.alliance.directory.search;
