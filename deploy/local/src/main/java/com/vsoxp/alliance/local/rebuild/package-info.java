/** Having a service build anew from the topics what it knows, and seeing how far it is. */
package com.vsoxp.alliance.local.rebuild;
