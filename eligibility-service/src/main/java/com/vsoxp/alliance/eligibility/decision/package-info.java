/** Decides on standings when something is heard or time has passed, remembers every decision, and tells of it. */
package com.vsoxp.alliance.eligibility.decision;
