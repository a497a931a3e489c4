/** What happened to partners and may count toward a requirement. */
package com.vsoxp.alliance.eligibility.fact;
