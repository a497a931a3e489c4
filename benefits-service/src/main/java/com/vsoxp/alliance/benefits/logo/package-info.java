/** The right to use the alliance's logo, told to everybody: as a page, a badge and a credential that are true now. */
package com.vsoxp.alliance.benefits.logo;
