/** How the directory's data are put to people: names for codes, links that are safe to follow, addresses of questions. */
package com.vsoxp.alliance.directory.page.wording;
