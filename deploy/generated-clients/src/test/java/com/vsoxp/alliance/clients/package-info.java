/** What others make of this system: a tour of the partner API with clients that a generator wrote from its description, and a verifier of
 * signatures that nobody here wrote. */
package com.vsoxp.alliance.clients;
