/** What is new in the directory and what is in it at all, for feed readers and search engines. */
package com.vsoxp.alliance.directory.syndication;
