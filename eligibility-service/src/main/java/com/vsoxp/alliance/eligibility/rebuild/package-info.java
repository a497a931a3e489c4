/** All that is known of partners, built anew from the topics while the service goes on. */
package com.vsoxp.alliance.eligibility.rebuild;
