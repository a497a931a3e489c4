/** The scorecard that callers read: an evaluation told requirement by requirement. */
package com.vsoxp.alliance.eligibility.scorecard;
