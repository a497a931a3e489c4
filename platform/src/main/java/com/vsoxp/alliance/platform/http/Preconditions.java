package com.vsoxp.alliance.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The conditions this request sets: change only what was seen, send only what is new. */
@RequestScoped
public class Preconditions {

    @Inject
    HttpHeaders headers;

    @Inject
    ObjectMapper mapper;

    /**
     * Lets a change pass whose If-Match names the current ETag.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 428 without If-Match, 412 when it names another one
     */
    public void ifMatch(String currentETag) {
        String wanted = header(HttpHeaders.IF_MATCH);
        if (wanted == null) {
            throw Problems.preconditionRequired();
        }
        if (!ETags.matchesStrongly(wanted, currentETag)) {
            throw Problems.stale();
        }
    }

    /**
     * As {@link #ifMatch(String)}, for a resource that is told in several forms: whichever the caller has read, it has read
     * the resource.
     *
     * @param currentETags one for each form
     */
    public void ifMatch(Collection<String> currentETags) {
        String wanted = header(HttpHeaders.IF_MATCH);
        if (wanted == null) {
            throw Problems.preconditionRequired();
        }
        if (currentETags.stream().noneMatch(current -> ETags.matchesStrongly(wanted, current))) {
            throw Problems.stale();
        }
    }

    /**
     * Lets a PUT pass that makes something new, or one that replaces what the caller has read.
     *
     * @param currentETags of what is there now, in each of its forms; empty if there is nothing
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 428 when something is there and If-Match does not say
     *     which, 412 when it names another one, or something that is not there any more, or when If-None-Match refuses what is
     *     there
     */
    public void ifMatchOrNew(Optional<List<String>> currentETags) {
        List<String> there = currentETags.orElse(List.of());
        String unwanted = header(HttpHeaders.IF_NONE_MATCH);
        boolean refused = unwanted != null && there.stream().anyMatch(tag -> ETags.matchesWeakly(unwanted, tag));
        if (refused || there.isEmpty() && header(HttpHeaders.IF_MATCH) != null) {
            throw Problems.stale();
        }
        if (!there.isEmpty()) {
            ifMatch(there);
        }
    }

    /** 200 with the entity, or 304 when the caller has it already; both with the ETag. */
    public Response ok(Object entity, String etag) {
        String known = header(HttpHeaders.IF_NONE_MATCH);
        if (known != null && ETags.matchesWeakly(known, etag)) {
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        return Response.ok(entity).header(HttpHeaders.ETAG, etag).build();
    }

    /** As {@link #ok(Object, String)}, with an ETag of the JSON itself, for what counts no versions. */
    public Response ok(Object entity) {
        byte[] json = json(entity);
        Response answer = ok(json, ETags.ofContent(json));
        return answer.hasEntity()
                ? Response.fromResponse(answer)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : answer;
    }

    // A list of tags may come as several headers of the same name.
    private String header(String name) {
        List<String> values = headers.getRequestHeader(name);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }

    private byte[] json(Object entity) {
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A resource cannot be written as JSON", e);
        }
    }
}
