package com.vsoxp.alliance.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ETagsTest {

    @Test
    void theSameContentHasTheSameTagAndOtherContentAnother() {
        assertEquals(tagOf("a"), tagOf("a"));
        assertNotEquals(tagOf("a"), tagOf("b"));
        assertTrue(tagOf("a").matches("\"[A-Za-z0-9_-]{22}\""));
    }

    @Test
    void aChangePassesByTheCurrentTagAnyOfSeveralOrAStar() {
        assertTrue(ETags.matchesStrongly("\"3\"", "\"3\""));
        assertTrue(ETags.matchesStrongly("\"2\", \"3\"", "\"3\""));
        assertTrue(ETags.matchesStrongly(" * ", "\"3\""));
    }

    @Test
    void aChangeDoesNotPassByAnotherAWeakOrAnUnquotedTag() {
        assertFalse(ETags.matchesStrongly("\"2\"", "\"3\""));
        assertFalse(ETags.matchesStrongly("W/\"3\"", "\"3\""));
        assertFalse(ETags.matchesStrongly("3", "\"3\""));
        assertFalse(ETags.matchesStrongly("", "\"3\""));
    }

    @Test
    void aReadComparesWeakly() {
        assertTrue(ETags.matchesWeakly("W/\"3\"", "\"3\""));
        assertFalse(ETags.matchesWeakly("\"4\"", "\"3\""));
    }

    private static String tagOf(String content) {
        return ETags.ofContent(content.getBytes(StandardCharsets.UTF_8));
    }
}
