/** What to do about records that a service could not take: look at them, and send them on their way again. */
package com.vsoxp.alliance.local.deadletter;
