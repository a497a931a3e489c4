/** Callers that cost next to nothing themselves. */
package com.vsoxp.alliance.bench.load;
