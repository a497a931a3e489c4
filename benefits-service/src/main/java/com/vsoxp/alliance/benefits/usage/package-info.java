/** What partners have used of their benefits, added up from the facts. */
package com.vsoxp.alliance.benefits.usage;
