/**
 * The public directory: who is a partner, what it does, and what its customers say.
 *
 * <p>{@code listing} keeps the listings, {@code search} finds them, {@code story} shows the success stories, {@code cache}
 * says how long the world may keep an answer, and {@code intake} takes the facts from Kafka.
 */
package com.vsoxp.alliance.directory;
