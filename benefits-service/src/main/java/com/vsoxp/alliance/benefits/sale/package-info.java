/** Sales, as far as they give discounts: each is held against the quote it names and the entitlements of its day. */
package com.vsoxp.alliance.benefits.sale;
