/** What a partner says of itself: one document, stored as sent. */
package com.vsoxp.alliance.partner.partner.profile;
