/** The feed over HTTP: what callers ask for, how they wait, and what they get. */
package com.vsoxp.alliance.partner.feed.reading;
