/** Having eligibility-service build anew from the topics what it knows of partners, and seeing how far it is. */
package com.vsoxp.alliance.local.rebuild;
