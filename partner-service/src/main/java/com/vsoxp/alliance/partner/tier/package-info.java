/** The tiers that the published versions of the program have: which there are, how they rank, which can be applied for. */
package com.vsoxp.alliance.partner.tier;
