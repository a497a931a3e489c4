/** What the partner service says of a partner's enrollment. */
package com.vsoxp.alliance.eligibility.enrollment;
