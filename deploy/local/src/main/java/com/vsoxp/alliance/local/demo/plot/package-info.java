/** What happens in the demonstration, to whom and when: decided beforehand and the same each time, without any service. */
package com.vsoxp.alliance.local.demo.plot;
