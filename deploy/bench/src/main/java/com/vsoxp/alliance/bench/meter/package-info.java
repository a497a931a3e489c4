/** What work costs, and what it is compared with. */
package com.vsoxp.alliance.bench.meter;
