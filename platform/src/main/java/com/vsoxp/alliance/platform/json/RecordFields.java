package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The fields of request records. Each record is looked at by reflection once, since that costs more than to bind it. */
final class RecordFields {

    /** A field: what it holds, and how it is read. */
    static final class Field {

        private final String name;
        private final JavaType type;
        private final Method accessor;

        private Field(RecordComponent component, JavaType type) {
            this.name = component.getName();
            this.type = type;
            this.accessor = component.getAccessor();
            accessor.setAccessible(true);
        }

        String name() {
            return name;
        }

        JavaType type() {
            return type;
        }

        Object of(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A request record's accessor failed", e);
            }
        }
    }

    private final Function<Type, JavaType> types;
    private final Map<Class<?>, Map<String, Field>> known = new ConcurrentHashMap<>();

    /** Fields whose generic types are made by {@code types}. */
    RecordFields(Function<Type, JavaType> types) {
        this.types = types;
    }

    /** The record's fields by name, in their order. */
    Map<String, Field> of(Class<?> type) {
        return known.computeIfAbsent(type, this::lookUp);
    }

    private Map<String, Field> lookUp(Class<?> type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), new Field(component, types.apply(component.getGenericType())));
        }
        return Collections.unmodifiableMap(fields);
    }
}
