/** A year of a small alliance, played through the services' REST APIs. */
package com.vsoxp.alliance.local.demo;
