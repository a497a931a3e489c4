package com.vsoxp.alliance.directory.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers of {@link PubliclyCached} resources, written at once, so that they can be kept as they are sent. */
@ApplicationScoped
public class PublicAnswers {

    @Inject
    ObjectMapper mapper;

    /** The entity as JSON. */
    public Response.ResponseBuilder json(Object entity) {
        try {
            return Response.ok(mapper.writeValueAsBytes(entity), MediaType.APPLICATION_JSON_TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A resource cannot be written as JSON", e);
        }
    }
}
