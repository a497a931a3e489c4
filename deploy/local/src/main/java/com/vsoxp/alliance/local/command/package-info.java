/** What stands behind {@code deploy/local/up}, {@code down} and {@code status}. */
package com.vsoxp.alliance.local.command;
