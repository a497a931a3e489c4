package com.vsoxp.alliance.local.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Json;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.time.Duration;
import java.util.function.Consumer;

/** A service's rebuild, from its start or from wherever it is to its end. */
public final class Rebuild {

    private static final String ALL = "/v1/rebuilds";
    private static final String RUNNING = "RUNNING";

    private final AllianceClient operator;
    private final AllianceService service;
    private final Duration betweenLooks;
    private final Consumer<String> out;

    /**
     * @param operator a client in the role of a program manager
     * @param service one that can be built anew from the topics
     * @param out hears a line for each step
     */
    public Rebuild(AllianceClient operator, AllianceService service, Duration betweenLooks, Consumer<String> out) {
        this.operator = operator;
        this.service = service;
        this.betweenLooks = betweenLooks;
        this.out = out;
    }

    /**
     * Starts one, or joins the one that runs, and returns when it is completed.
     *
     * @throws Refusal if it failed, or nobody may start it
     */
    public JsonNode run() throws InterruptedException {
        Answer begun = operator.post(service, ALL, Json.object());
        JsonNode rebuild = begun.status() == 409 ? latest() : begun.orThrow().body();
        String place = ALL + "/" + rebuild.path("id").asText();
        String said = "";
        while (true) {
            String says = "%s %d %%"
                    .formatted(
                            rebuild.path("phase").asText(),
                            rebuild.path("progress").asInt());
            if (!says.equals(said)) {
                out.accept(says);
                said = says;
            }
            if (!rebuild.path("status").asText().equals(RUNNING)) {
                return completed(rebuild);
            }
            Thread.sleep(betweenLooks);
            rebuild = operator.get(service, place).orThrow().body();
        }
    }

    private JsonNode latest() {
        out.accept("Another one runs already.");
        return operator.get(service, ALL + "?limit=1")
                .orThrow()
                .body()
                .path("items")
                .path(0);
    }

    private static JsonNode completed(JsonNode rebuild) {
        if (!rebuild.path("status").asText().equals("COMPLETED")) {
            throw new Refusal("The rebuild failed: " + rebuild.path("failure").asText());
        }
        return rebuild;
    }
}
