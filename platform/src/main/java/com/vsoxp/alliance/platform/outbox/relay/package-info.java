/** The way from the outbox to the broker: who relays which shard, in batches, and what is struck off when. */
package com.vsoxp.alliance.platform.outbox.relay;
