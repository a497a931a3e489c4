package com.vsoxp.alliance.directory.search.drawn;

import java.util.List;
import java.util.stream.Stream;

/** The listings that have all of this. */
public record Pick(List<Requirement> within) {

    Pick and(Requirement more) {
        return new Pick(Stream.concat(within.stream(), Stream.of(more)).toList());
    }
}
