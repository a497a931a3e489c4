package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics through which the services talk, and beside each the one for what could not be taken from it. */
final class Topics {

    private static final List<String> NAMES =
            List.of("alliance.partners", "alliance.sales", "alliance.eligibility", "alliance.benefits");
    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    /** For ever: every view can be rebuilt from the topics, and nothing that could not be taken is forgotten. */
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    private Topics() {}

    /** Makes what is missing. */
    static void prepare(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = NAMES.stream()
                    .flatMap(name -> Stream.of(name, name + ".dlq"))
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, REPLICAS).configs(KEPT))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new Refusal("Cannot make the topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while the topics were made.", e);
        }
    }
}
