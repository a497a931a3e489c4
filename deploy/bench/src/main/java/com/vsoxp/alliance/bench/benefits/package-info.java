/** What it costs to ask benefits-service at the moment of sale and of support. */
package com.vsoxp.alliance.bench.benefits;
