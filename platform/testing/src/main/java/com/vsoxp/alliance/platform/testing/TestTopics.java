package com.vsoxp.alliance.platform.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics for one run of a module's tests: nothing on them is from a run before. */
final class TestTopics {

    private static final int PARTITIONS = 6;

    private TestTopics() {}

    /** Makes the topics and their dead letter topics, empty. */
    static void makeAnew(String broker, List<String> names) {
        List<String> topics =
                names.stream().flatMap(name -> Stream.of(name, name + ".dlq")).toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            Set<String> old = new HashSet<>(admin.listTopics().names().get());
            old.retainAll(topics);
            admin.deleteTopics(old).all().get();
            await().atMost(Duration.ofSeconds(30)).until(() -> make(admin, topics));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics for tests could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletion is carried out in the background: until it is, the old topic stands in the way. */
    private static boolean make(Admin admin, List<String> topics) throws ExecutionException, InterruptedException {
        List<String> missing = new ArrayList<>(topics);
        missing.removeAll(admin.listTopics().names().get());
        if (missing.isEmpty()) {
            return true;
        }
        try {
            admin.createTopics(missing.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }
}
