/** The directory, built anew from the topics while it is read. */
package com.vsoxp.alliance.directory.rebuild;
