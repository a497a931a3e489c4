package com.vsoxp.alliance.partner.privacy;

/**
 * What a person is known by where the address is not kept. Each needs the address and the secret to be made, and neither
 * leads to the other without the secret.
 *
 * @param address as in contacts and on the topics
 * @param erased the mark of a place on a staff that is held by a person who was erased, and of nothing else
 */
public record PersonDigests(String address, String erased) {}
