package com.vsoxp.alliance.local.demo.plot;

/** An act and when it is played: once so many months of the year have passed. */
public record Scene(int month, Act act) {}
