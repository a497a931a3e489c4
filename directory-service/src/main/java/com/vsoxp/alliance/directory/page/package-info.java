/** The directory as web pages: rendered here, whole without script, safe with whatever partners write. */
package com.vsoxp.alliance.directory.page;
