/** How a standing moves, by a version of the program and from one to the next: pure functions of program, facts and days. */
package com.vsoxp.alliance.eligibility.standing.rules;
