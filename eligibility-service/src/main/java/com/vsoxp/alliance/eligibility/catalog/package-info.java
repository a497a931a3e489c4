/** The versions of the program that are published, and which of them is in force. */
package com.vsoxp.alliance.eligibility.catalog;
