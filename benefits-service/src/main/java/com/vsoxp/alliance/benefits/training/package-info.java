/** Training that partners booked at quoted prices. */
package com.vsoxp.alliance.benefits.training;
