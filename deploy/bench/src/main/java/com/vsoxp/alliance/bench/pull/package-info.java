/** What a website costs that pulls all of a large directory. */
package com.vsoxp.alliance.bench.pull;
