/** A version of the program run over all real partners: what it would do to each, before it is in force. */
package com.vsoxp.alliance.eligibility.rehearsal;
