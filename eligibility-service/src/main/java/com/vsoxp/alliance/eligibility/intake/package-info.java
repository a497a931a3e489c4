/** The door for events of the partner service: turns what they say into news of partners. */
package com.vsoxp.alliance.eligibility.intake;
