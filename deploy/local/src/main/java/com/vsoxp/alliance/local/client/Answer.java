package com.vsoxp.alliance.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param body the body if it is JSON, else missing
 * @param text the body as it came
 */
public record Answer(int status, JsonNode body, String text, HttpResponse<String> response) {

    static Answer of(HttpResponse<String> response) {
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        JsonNode body = json ? Json.read(response.body()) : MissingNode.getInstance();
        return new Answer(response.statusCode(), body, response.body(), response);
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The id of what was made or shown. */
    public String id() {
        return body.path("id").asText();
    }

    /** This answer, if the request was taken. */
    public Answer orThrow() {
        if (status >= 400) {
            throw new RefusedException(
                    response.request().method() + " " + response.uri() + " → " + status + " " + text);
        }
        return this;
    }
}
