package com.vsoxp.alliance.platform.json;

import com.vsoxp.alliance.platform.http.HttpConfig;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** The one way a JSON request body becomes a parameter: through {@link StrictJson}, and no longer than allowed. */
@Provider
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
public class StrictJsonReader implements MessageBodyReader<Object> {

    /** The media type of PATCH bodies (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    StrictJson json;

    @Inject
    HttpConfig config;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class && type != String.class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        int limit = Math.toIntExact(config.maxJsonBody().asLongValue());
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Problems.tooLarge(limit);
        }
        return json.bind(bytes, genericType);
    }
}
