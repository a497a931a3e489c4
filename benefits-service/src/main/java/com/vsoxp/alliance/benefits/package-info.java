/**
 * What an enrollment entitles a partner to.
 *
 * <p>{@code program} knows what each published version of the program offers, {@code entitlement} derives every partner's
 * benefits and their history from it, {@code support} answers for the contacts who may use them, and {@code intake} takes
 * the facts from Kafka.
 */
package com.vsoxp.alliance.benefits;
