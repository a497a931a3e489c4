/** What is missing of whom: events that could not be taken, partners nobody registered, days and sums nobody can tell. */
package com.vsoxp.alliance.eligibility.gap;
