/** How a draft becomes a version that never changes again. */
package com.vsoxp.alliance.eligibility.catalog.publication;
