/** How events get to the end of the feed, and how the oldest go. */
package com.vsoxp.alliance.partner.feed.keeping;
