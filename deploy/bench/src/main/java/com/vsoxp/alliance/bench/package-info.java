/** Measurements of the running product. Each is a command of deploy/bench, prints what it saw, and asserts nothing. */
package com.vsoxp.alliance.bench;
