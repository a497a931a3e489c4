/** Whether everything that was said between the services has had its effect. */
package com.vsoxp.alliance.local.flow;
