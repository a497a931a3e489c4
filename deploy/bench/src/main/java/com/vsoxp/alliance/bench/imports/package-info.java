/** Files of many lines, and what it takes to import them. */
package com.vsoxp.alliance.bench.imports;
