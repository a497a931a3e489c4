package com.vsoxp.alliance.partner.evidence.attestation;

import java.time.Duration;
import java.time.Period;

/**
 * How long a listing that is not found any more still counts.
 *
 * @param every the time from one look to the next
 * @param strikes looks in a row without the link that begin the grace
 * @param grace from then to the day it lapses
 */
public record ListingRules(Duration every, int strikes, Period grace) {}
