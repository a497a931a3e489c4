/** The local system's own keys and secrets, and the tokens signed with them. */
package com.vsoxp.alliance.local.key;
