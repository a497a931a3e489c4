/** Signed keys with which a partner runs a product to evaluate or demonstrate it. */
package com.vsoxp.alliance.benefits.evaluationlicense;
