/** Published versions of the program, as the topic tells them, and how missing ones come back. */
package com.vsoxp.alliance.eligibility.rebuild.version;
