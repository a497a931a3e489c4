/** The tiers that the published versions of the program have: what they are called, and how they rank. */
package com.vsoxp.alliance.directory.tier;
