/** Two records of one company become one, and can be parted again. */
package com.vsoxp.alliance.partner.merge;
