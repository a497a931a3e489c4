/**
 * What an enrollment entitles a partner to.
 *
 * <p>{@code program} knows what each published version of the program offers, {@code entitlement} derives every partner's
 * benefits and their history from it, {@code support} answers for the contacts who may use them, {@code portal} tells whose
 * access changed, {@code evaluationlicense} issues keys and {@code logo} badges and credentials, both signed in {@code signing};
 * {@code holder} knows what partners are called, and {@code intake} takes the facts from Kafka.
 */
package com.vsoxp.alliance.benefits;
