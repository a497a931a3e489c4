/** How long the world may keep an answer of the directory. */
package com.vsoxp.alliance.directory.cache;
