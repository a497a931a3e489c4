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
        UUIDS(2951, 2950, UUID.class) {
            @Override
            int mostBytes(Object value) {
                return 2 * Long.BYTES;
            }

            @Override
            void put(ByteBuffer array, Object value) {
                UUID id = (UUID) value;
                array.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
        },
        DAYS(1182, 1082, LocalDate.class) {
            @Override
            int mostBytes(Object value) {
                return Integer.BYTES;
            }

            @Override
            void put(ByteBuffer array, Object value) {
                array.putInt(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH_DAYS));
            }
        },
        MOMENTS(1185, 1184, Instant.class) {
            @Override
            int mostBytes(Object value) {
                return Long.BYTES;
            }

            @Override
            void put(ByteBuffer array, Object value) {
                array.putLong(ChronoUnit.MICROS.between(EPOCH, (Instant) value));
            }
        },
        DECIMALS(1231, 1700, BigDecimal.class) {
            /** Two bytes for each four digits, of which those before and those behind the point are filled up, behind eight. */
            @Override
            int mostBytes(Object value) {
                BigDecimal number = (BigDecimal) value;
                return Long.BYTES + Short.BYTES * (number.precision() / 4 + Math.abs(number.scale()) / 4 + 3);
            }

            @Override
            void put(ByteBuffer array, Object value) {
                array.put(ByteConverter.numeric((BigDecimal) value));
            }
        };

        private final int array;
        private final int element;
        private final Class<?> of;

        Form(int array, int element, Class<?> of) {
            this.array = array;
            this.element = element;
            this.of = of;
        }

        /** At most so many bytes are put for the value. */
        abstract int mostBytes(Object value);

        abstract void put(ByteBuffer array, Object value);

        boolean takes(Object[] values) {
            for (Object value : values) {
                if (value != null && !of.isInstance(value)) {
                    return false;
                }
            }
            return true;
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
        return form != null && form.takes(values)
                ? new PgArray(connection.unwrap(BaseConnection.class), form.array, write(form, values))
                : connection.createArrayOf(type, values);
    }

    private static byte[] write(Form form, Object[] values) {
        int most = HEADER + values.length * Integer.BYTES;
        for (Object value : values) {
            most += value == null ? 0 : form.mostBytes(value);
        }
        ByteBuffer array = ByteBuffer.allocate(most)
                .putInt(values.length == 0 ? 0 : 1)
                .putInt(1)
                .putInt(form.element);
        if (values.length > 0) {
            array.putInt(values.length).putInt(1);
        }
        for (Object value : values) {
            int length = array.position();
            array.putInt(NULL);
            if (value != null) {
                form.put(array, value);
                array.putInt(length, array.position() - length - Integer.BYTES);
            }
        }
        return Arrays.copyOf(array.array(), array.position());
    }
}
