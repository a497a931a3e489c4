/** What eligibility costs: taking events in, rehearsing a program, sweeping the due, rebuilding from the topics. */
package com.vsoxp.alliance.bench.eligibility;
