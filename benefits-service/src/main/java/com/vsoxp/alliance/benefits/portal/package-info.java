/** Who may enter the help and support portal, as changes that the portal pulls. */
package com.vsoxp.alliance.benefits.portal;
