/** What every page has around its content, and how it is sent: head, style sheet, and what a browser may do with it. */
package com.vsoxp.alliance.directory.page.shell;
