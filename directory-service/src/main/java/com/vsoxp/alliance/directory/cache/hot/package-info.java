/** Answers in memory: spoilt by what the database tells, and sent before anything else looks at a request. */
package com.vsoxp.alliance.directory.cache.hot;
