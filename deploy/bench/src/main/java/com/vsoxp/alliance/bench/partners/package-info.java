/** Whether the cost of a call grows with the number of partners. */
package com.vsoxp.alliance.bench.partners;
