/** A CRM's view of the alliance: its REST API, with retries that are safe. */
package com.vsoxp.alliance.local.client;
