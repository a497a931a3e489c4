/**
 * What rebuilds of a service's knowledge from the topics have in common: one at a time, on a thread of the replica that was asked, kept
 * with how far it is and what it came to. What is built and mended is the service's own, told by a {@link RebuildWork}; so is its
 * table {@code rebuild}, in whose words this package writes.
 */
package com.vsoxp.alliance.platform.rebuild;
