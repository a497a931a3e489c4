package com.vsoxp.alliance.platform.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;

/**
 * Arrays as parameters of statements. Ids, days, moments and decimal numbers travel as the database keeps them, which the driver
 * does for few types: to write thousands of them as text and to read them again costs both sides more than to look them up.
 */
public final class SqlArray {

    /** The days from the beginning of 1970, which Java counts from, to that of 2000, which the database counts from. */
    private static final long EPOCH_DAYS = 10_957;

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Dimensions, whether there may be nulls, and the elements' type; then the length and lower bound of the only dimension. */
    private static final int HEADER = 5 * Integer.BYTES;

    private static final int NULL = -1;

    /** The numbers by which the database names the types of arrays and elements, and how an element is written. */
    private enum Form {
        UUIDS(2951, 2950, UUID.class, value -> bytes((UUID) value)),
        DAYS(1182, 1082, LocalDate.class, value -> bytes((LocalDate) value)),
        MOMENTS(1185, 1184, Instant.class, value -> bytes((Instant) value)),
        DECIMALS(1231, 1700, BigDecimal.class, value -> ByteConverter.numeric((BigDecimal) value));

        private final int array;
        private final int element;
        private final Class<?> of;
        private final Function<Object, byte[]> write;

        Form(int array, int element, Class<?> of, Function<Object, byte[]> write) {
            this.array = array;
            this.element = element;
            this.of = of;
            this.write = write;
        }
    }

    private SqlArray() {}

    /** An array of ids. */
    public static Array ofIds(Connection connection, Collection<UUID> ids) throws SQLException {
        return of(connection, "uuid", ids.toArray());
    }

    /**
     * An array of that type of PostgreSQL, of the values that the driver takes for it; moments are cut to the database's
     * microseconds.
     */
    public static Array of(Connection connection, String type, Object[] values) throws SQLException {
        Form form =
                switch (type) {
                    case "uuid" -> Form.UUIDS;
                    case "date" -> Form.DAYS;
                    case "timestamptz" -> Form.MOMENTS;
                    case "numeric" -> Form.DECIMALS;
                    default -> null;
                };
        return form != null && Arrays.stream(values).allMatch(value -> value == null || form.of.isInstance(value))
                ? new PgArray(connection.unwrap(BaseConnection.class), form.array, write(form, values))
                : connection.createArrayOf(type, values);
    }

    private static byte[] write(Form form, Object[] values) {
        byte[][] elements = new byte[values.length][];
        int size = values.length == 0 ? 3 * Integer.BYTES : HEADER;
        for (int i = 0; i < values.length; i++) {
            elements[i] = values[i] == null ? null : form.write.apply(values[i]);
            size += Integer.BYTES + (elements[i] == null ? 0 : elements[i].length);
        }
        ByteBuffer array = ByteBuffer.allocate(size)
                .putInt(values.length == 0 ? 0 : 1)
                .putInt(1)
                .putInt(form.element);
        if (values.length > 0) {
            array.putInt(values.length).putInt(1);
        }
        for (byte[] element : elements) {
            array.putInt(element == null ? NULL : element.length);
            if (element != null) {
                array.put(element);
            }
        }
        return array.array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] bytes(LocalDate day) {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(Math.toIntExact(day.toEpochDay() - EPOCH_DAYS))
                .array();
    }

    private static byte[] bytes(Instant moment) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(EPOCH, moment))
                .array();
    }
}
