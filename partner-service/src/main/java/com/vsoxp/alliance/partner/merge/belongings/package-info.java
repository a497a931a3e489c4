/** What goes from one partner's record to another's, exactly what did, and its way back. */
package com.vsoxp.alliance.partner.merge.belongings;
