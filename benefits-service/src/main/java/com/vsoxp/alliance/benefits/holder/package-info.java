/** What the holders of benefits are called: keys, badges and credentials name them. */
package com.vsoxp.alliance.benefits.holder;
