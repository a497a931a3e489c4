/** The list of partners with its search, on this site and in frames of others. */
package com.vsoxp.alliance.directory.page.list;
