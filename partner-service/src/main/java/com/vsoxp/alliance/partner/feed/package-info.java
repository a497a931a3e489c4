/** All services' events in one order that never changes, as whoever serves or sends them reads it. */
package com.vsoxp.alliance.partner.feed;
