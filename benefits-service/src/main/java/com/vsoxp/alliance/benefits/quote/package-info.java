/** Prices that a partner was promised: what its entitlements take off the list. */
package com.vsoxp.alliance.benefits.quote;
