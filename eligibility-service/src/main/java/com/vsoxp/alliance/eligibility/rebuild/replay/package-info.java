/** From the topics to what should stand, and from there into the tables: the steps of a rebuild. */
package com.vsoxp.alliance.eligibility.rebuild.replay;
