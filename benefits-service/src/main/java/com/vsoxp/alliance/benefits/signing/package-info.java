/**
 * What this service puts its name to: signatures by Ed25519 keys that come and go, and the public keys by which the world
 * checks them.
 */
package com.vsoxp.alliance.benefits.signing;
