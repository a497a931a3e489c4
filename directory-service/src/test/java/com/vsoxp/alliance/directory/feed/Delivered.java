package com.vsoxp.alliance.directory.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Delivers events to the intakes in batches of the test's choice, without the inbox: so each effect must bear repetition by itself. */
@ApplicationScoped
class Delivered {

    @Inject
    @All
    List<Intake> intakes;

    @Inject
    ObjectMapper mapper;

    record Message(UUID id, String type, UUID partner, long sequence, JsonNode body) {}

    void to(String name, List<Message> messages) {
        to(name, messages, () -> {});
    }

    /** @param beforeCommit is run when all is written and nothing can be seen yet */
    void to(String name, List<Message> messages, Runnable beforeCommit) {
        var intake = intakes.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var events = messages.stream().map(this::received).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            intake.take(events);
            beforeCommit.run();
        });
    }

    private ReceivedEvent received(Message message) {
        return new ReceivedEvent(
                message.id(),
                message.type(),
                message.type().startsWith("alliance.entitlements") ? "alliance.benefits" : "alliance.partners",
                message.partner().toString(),
                "/test",
                Instant.EPOCH,
                message.sequence(),
                null,
                message.body().toString().getBytes(UTF_8),
                mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }
}
