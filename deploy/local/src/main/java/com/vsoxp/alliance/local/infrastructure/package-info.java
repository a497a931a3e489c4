/** A real PostgreSQL server and a real Kafka broker on this machine, without a container engine and without an installation. */
package com.vsoxp.alliance.local.infrastructure;
