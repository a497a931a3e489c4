package com.vsoxp.alliance.directory.search.drawn;

import java.util.List;
import java.util.stream.Stream;

/**
 * The listings that have all of this, and not all of that.
 *
 * @param without of each of these lists, they do not have everything
 */
public record Pick(List<Requirement> within, List<List<Requirement>> without) {

    /** What it asks for, each once. */
    public List<Requirement> requirements() {
        return Stream.concat(within.stream(), without.stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    Pick and(List<Requirement> more) {
        return new Pick(Stream.concat(within.stream(), more.stream()).toList(), without);
    }

    @SafeVarargs
    final Pick butNot(List<Requirement>... all) {
        return new Pick(within, List.of(all));
    }
}
