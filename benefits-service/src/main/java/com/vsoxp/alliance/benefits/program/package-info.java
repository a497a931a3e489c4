/** What each published version of the program offers: its benefit table, as data. */
package com.vsoxp.alliance.benefits.program;
