/** The door for other services' events: wire turned into words of the domain, then one use case. */
package com.vsoxp.alliance.directory.intake;
