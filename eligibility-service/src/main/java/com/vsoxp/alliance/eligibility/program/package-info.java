/** A version of the alliance program as data: tiers, requirements, benefits and policies. Plain Java, no framework. */
package com.vsoxp.alliance.eligibility.program;
