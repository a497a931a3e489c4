/** Files that pages are made of besides their HTML, each under an address that changes with its content. */
package com.vsoxp.alliance.directory.asset;
