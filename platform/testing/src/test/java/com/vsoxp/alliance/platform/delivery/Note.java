package com.vsoxp.alliance.platform.delivery;

/** The content of the events that these tests send around. */
record Note(String note) {}
