/** Who may use technical support and the support portal for a partner. */
package com.vsoxp.alliance.benefits.support;
