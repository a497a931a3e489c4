package com.vsoxp.alliance.eligibility;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that publish versions of the program, which every other test would then stand under. */
public class OwnDatabase implements QuarkusTestProfile {}
