/** What long jobs in the background have in common: one at a time, on one replica, and never running for ever. */
package com.vsoxp.alliance.platform.job;
