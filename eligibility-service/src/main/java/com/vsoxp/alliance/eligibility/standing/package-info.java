/** Which tier a partner holds, since when, and until when if nothing new happens; and every decision about it. */
package com.vsoxp.alliance.eligibility.standing;
