/** Pages as people see them: a real browser, and a checker of accessibility, for the tests of every service. */
package com.vsoxp.alliance.platform.testing.browser;
