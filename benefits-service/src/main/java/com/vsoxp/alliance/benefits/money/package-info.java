/** What a discount makes of money. */
package com.vsoxp.alliance.benefits.money;
