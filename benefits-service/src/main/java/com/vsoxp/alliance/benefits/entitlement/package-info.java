/** What partners are entitled to, derived from their enrollments and the program, with its history. */
package com.vsoxp.alliance.benefits.entitlement;
