/** Topics full of events, and what it takes to build all that is known from them. */
package com.vsoxp.alliance.bench.rebuild;
