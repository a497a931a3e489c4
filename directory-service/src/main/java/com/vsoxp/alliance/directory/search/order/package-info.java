/** The places of listings in an answer's order. */
package com.vsoxp.alliance.directory.search.order;
