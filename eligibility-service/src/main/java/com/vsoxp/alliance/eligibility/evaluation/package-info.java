/** How a partner stands against each requirement on a day: a pure function of program, facts and dates. */
package com.vsoxp.alliance.eligibility.evaluation;
