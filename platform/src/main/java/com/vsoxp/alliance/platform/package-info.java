/** What all four services stand on: delivery, HTTP conventions, security and time, with no business word in it. */
package com.vsoxp.alliance.platform;
