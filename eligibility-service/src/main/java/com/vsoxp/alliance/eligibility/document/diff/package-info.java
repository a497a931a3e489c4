/** What one version of the program changes of another. */
package com.vsoxp.alliance.eligibility.document.diff;
