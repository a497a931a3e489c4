/** An absorbed partner's id means the survivor, in paths and in tokens. */
package com.vsoxp.alliance.partner.merge.alias;
