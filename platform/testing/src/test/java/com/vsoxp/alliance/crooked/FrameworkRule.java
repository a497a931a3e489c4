package com.vsoxp.alliance.crooked;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A rule that knows a framework. */
record FrameworkRule(@JsonProperty("n") int number) {}
