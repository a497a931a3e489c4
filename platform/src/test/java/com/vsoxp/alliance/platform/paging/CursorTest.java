package com.vsoxp.alliance.platform.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.vsoxp.alliance.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void readsBackWhatItWasMadeOf() {
        UUID id = UUID.randomUUID();
        Instant when = Instant.parse("2026-11-23T07:00:00.123456Z");
        LocalDate day = LocalDate.parse("2026-11-23");

        Cursor cursor = Cursor.decode(Cursor.encode("A & B=ü", id, when, day, 42, new BigDecimal("1.50")));

        assertEquals("A & B=ü", cursor.text(0));
        assertEquals(id, cursor.uuid(1));
        assertEquals(when, cursor.instant(2));
        assertEquals(day, cursor.day(3));
        assertEquals(42, cursor.number(4));
        assertEquals(new BigDecimal("1.50"), cursor.decimal(5));
    }

    @Property(tries = 200)
    void anyTextSurvives(@ForAll String one, @ForAll String other) {
        String storable = one.replaceAll("[\\ud800-\\udfff]", "");
        Cursor cursor = Cursor.decode(Cursor.encode(storable, other.length()));
        assertEquals(storable, cursor.text(0));
        assertEquals(other.length(), cursor.number(1));
    }

    @Property(tries = 200)
    void aChangedCursorIsRefusedAndNamed(
            @ForAll @IntRange(min = 0, max = 40) int place, @ForAll @IntRange(min = 1, max = 63) int shift) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder tampered =
                new StringBuilder(Cursor.encode(UUID.fromString("019abf10-0000-7000-8000-00000000a001")));
        int at = place % (tampered.length() - 1);
        int letter = (alphabet.indexOf(tampered.charAt(at)) + shift) % alphabet.length();
        tampered.setCharAt(at, alphabet.charAt(letter));

        assertIsRefused(() -> Cursor.decode(tampered.toString()));
    }

    @Test
    void whatIsNoCursorAtAllIsRefused() {
        assertIsRefused(() -> Cursor.decode("not a cursor"));
        assertIsRefused(() -> Cursor.decode(""));
        assertIsRefused(() -> Cursor.decode("AAAA"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Cursor foreign = Cursor.decode(Cursor.encode("Northwind"));
        assertIsRefused(() -> foreign.uuid(0));
        assertIsRefused(() -> foreign.instant(0));
        assertIsRefused(() -> foreign.text(1));
    }

    private static void assertIsRefused(org.junit.jupiter.api.function.Executable reading) {
        ProblemException refusal = assertThrows(ProblemException.class, reading);
        assertEquals(400, refusal.type().status());
        assertEquals("?cursor", refusal.errors().getFirst().pointer());
    }
}
