package com.vsoxp.alliance.bench.partners;

import java.util.function.LongFunction;

/**
 * A call that is measured.
 *
 * @param request makes the n-th request; asked by several threads
 */
record Call(String name, LongFunction<byte[]> request) {}
