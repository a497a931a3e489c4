/** The whole alliance on this machine: infrastructure, databases, topics, keys and the four services as processes. */
package com.vsoxp.alliance.local;
