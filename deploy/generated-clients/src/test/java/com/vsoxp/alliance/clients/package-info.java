/** A tour of the partner API with clients that a generator wrote from its description. */
package com.vsoxp.alliance.clients;
