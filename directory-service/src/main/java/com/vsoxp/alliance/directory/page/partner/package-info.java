/** The page of one partner, and what leads to it from elsewhere. */
package com.vsoxp.alliance.directory.page.partner;
