/** The product as its users meet it: four services as processes, real HTTP, a real database and a real broker. */
package com.vsoxp.alliance.system;
