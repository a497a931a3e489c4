/** Versions of the program that are being written. */
package com.vsoxp.alliance.eligibility.catalog.draft;
