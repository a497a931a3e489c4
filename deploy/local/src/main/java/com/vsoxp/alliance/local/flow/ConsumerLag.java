package com.vsoxp.alliance.local.flow;

import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services' intakes are behind the alliance's topics. */
final class ConsumerLag implements AutoCloseable {

    private final Admin admin;

    ConsumerLag(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** How many records the topics hold in all. */
    long records() {
        return sum(ends());
    }

    /** How many records were set aside since some intake could not take them. */
    long deadLetters() {
        return sum(ends(name -> name.endsWith(".dlq")));
    }

    private static long sum(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** An intake that has not taken everything, in words; or nothing. */
    Optional<String> behind() {
        Map<TopicPartition, Long> ends = ends();
        for (ConsumerGroupDescription group : groups()) {
            Map<TopicPartition, OffsetAndMetadata> taken =
                    get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            Set<String> topics = topicsOf(group, taken);
            long left = ends.entrySet().stream()
                    .filter(end -> topics.contains(end.getKey().topic()))
                    .mapToLong(end -> end.getValue() - offset(taken.get(end.getKey())))
                    .sum();
            if (left > 0) {
                return Optional.of(group.groupId() + " is " + left + " records behind");
            }
        }
        return Optional.empty();
    }

    /** What its members read now, and what was read in its name before: members of a service that is down read nothing now. */
    private static Set<String> topicsOf(ConsumerGroupDescription group, Map<TopicPartition, OffsetAndMetadata> taken) {
        Set<String> topics =
                taken.keySet().stream().map(TopicPartition::topic).collect(Collectors.toCollection(HashSet::new));
        group.members()
                .forEach(member ->
                        member.assignment().topicPartitions().forEach(partition -> topics.add(partition.topic())));
        return topics;
    }

    private static long offset(OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }

    private Collection<ConsumerGroupDescription> groups() {
        var names = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(name -> name.contains("-service."))
                .toList();
        return get(admin.describeConsumerGroups(names).all()).values();
    }

    private Map<TopicPartition, Long> ends() {
        return ends(name -> !name.endsWith(".dlq"));
    }

    private Map<TopicPartition, Long> ends(Predicate<String> which) {
        Set<String> topics = get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith("alliance."))
                .filter(which)
                .collect(Collectors.toSet());
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        get(admin.describeTopics(topics).allTopicNames()).forEach((topic, description) -> description
                .partitions()
                .forEach(partition ->
                        latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new Refusal("Kafka does not answer: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while asking Kafka.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
