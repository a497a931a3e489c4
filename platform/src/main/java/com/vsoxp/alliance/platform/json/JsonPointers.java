package com.vsoxp.alliance.platform.json;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Writes JSON Pointers (RFC 6901). */
final class JsonPointers {

    private JsonPointers() {}

    /** The pointer of a member of the object at {@code parent}. */
    static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an element of the array at {@code parent}. */
    static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** The pointer of what Bean Validation found fault with inside the object at {@code parent}. */
    static String of(String parent, Path path) {
        String pointer = parent;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer = child(pointer, node.getIndex());
            } else if (node.getKey() != null) {
                pointer = child(pointer, node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer = child(pointer, node.getName());
            }
        }
        return pointer;
    }
}
