/** How partners are named: by their own id, or by the keys that other systems know them under. */
package com.vsoxp.alliance.partner.partner.key;
