package com.vsoxp.alliance.eligibility.rehearsal.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Few names that occur often: each gets a number from 0 on, and none is -1. */
final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        if (name == null) {
            return -1;
        }
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() == Byte.MAX_VALUE) {
            throw new IllegalStateException("More than " + Byte.MAX_VALUE + " different names, the last is " + name);
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    String name(int number) {
        return number < 0 ? null : names.get(number);
    }

    int size() {
        return names.size();
    }
}
