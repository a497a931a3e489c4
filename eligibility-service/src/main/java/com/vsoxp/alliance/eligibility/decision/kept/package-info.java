/** Decisions as they were made, kept for good: to be read, replayed to the same bytes, and compared with each other. */
package com.vsoxp.alliance.eligibility.decision.kept;
