package com.vsoxp.alliance.platform.http;

import com.vsoxp.alliance.platform.json.ScalarText;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads parameters as strictly as bodies: a bad query parameter is 400 and named, a path that names no id is 404. */
@Provider
public class StrictParameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return ScalarText.isKnown(type) ? new Converter<>(type, annotations) : null;
    }

    private record Converter<T>(Class<T> type, Annotation[] annotations) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            return ScalarText.read(type, text).orElseThrow(() -> refusal(text));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }

        // Only exceptions of JAX-RS leave a converter as they are; the problem travels as the cause.
        private RuntimeException refusal(String text) {
            for (Annotation annotation : annotations) {
                switch (annotation) {
                    case QueryParam query -> {
                        return refusal(FieldError.query(query.value()), query.value());
                    }
                    case HeaderParam header -> {
                        return refusal(header.value(), header.value());
                    }
                    case PathParam _ -> {
                        return new NotFoundException(Problems.notFound("resource", text));
                    }
                    default -> {}
                }
            }
            return refusal("", "A parameter");
        }

        private RuntimeException refusal(String pointer, String name) {
            return new BadRequestException(
                    Problems.malformed(pointer, "INVALID_PARAMETER", name + " must be " + ScalarText.form(type) + "."));
        }
    }
}
