package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Durability;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How a local alliance is run.
 *
 * @param root the repository, with the services built in it
 * @param state the folder that holds data, keys, logs and the clock
 * @param postgresPort 0 for a free one
 * @param kafkaPort 0 for a free one
 * @param servicePorts of the services that are to run; 0 for a free one
 * @param heapMegabytes the largest heap of each service
 * @param optimizes whether services are compiled for speed under load, as in production, and not for a quick start
 * @param environment given to every service on top of what it needs
 * @param progress is told in one line what happens
 */
public record LocalSettings(
        Path root,
        Path state,
        int postgresPort,
        int kafkaPort,
        Map<AllianceService, Integer> servicePorts,
        int heapMegabytes,
        boolean optimizes,
        Durability durability,
        Map<String, String> environment,
        Consumer<String> progress) {

    private static final int POSTGRES_PORT = 15432;
    private static final int KAFKA_PORT = 19092;
    private static final int HEAP_MEGABYTES = 256;

    /** Paths are kept absolute: they are handed to other processes. */
    public LocalSettings {
        root = root.toAbsolutePath();
        state = state.toAbsolutePath();
    }

    /** The system of {@code deploy/local/up}: well-known ports, state under {@code .local}, durable. */
    public static LocalSettings of(Path root) {
        return new LocalSettings(
                root,
                root.resolve(".local"),
                POSTGRES_PORT,
                KAFKA_PORT,
                ports(false),
                HEAP_MEGABYTES,
                false,
                Durability.KEPT,
                Map.of(),
                line -> {});
    }

    /** Another state folder; tests give each system one of its own. */
    public LocalSettings stateIn(Path folder) {
        return changed(draft -> draft.state = folder);
    }

    /** Every port a free one, so that several systems can live side by side. */
    public LocalSettings onFreePorts() {
        return changed(draft -> {
            draft.postgresPort = 0;
            draft.kafkaPort = 0;
            draft.servicePorts = ports(true);
        });
    }

    /** These services alone, for who needs no more of the alliance; their databases and topics are there all the same. */
    public LocalSettings only(AllianceService... services) {
        var ports = new EnumMap<>(servicePorts);
        ports.keySet().retainAll(List.of(services));
        return changed(draft -> draft.servicePorts = Collections.unmodifiableMap(ports));
    }

    public LocalSettings heapMegabytes(int megabytes) {
        return changed(draft -> draft.heapMegabytes = megabytes);
    }

    /** Services at their full speed, which takes them longer to reach. */
    public LocalSettings optimizing() {
        return changed(draft -> draft.optimizes = true);
    }

    /** One more variable in every service's environment. */
    public LocalSettings with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return changed(draft -> draft.environment = Map.copyOf(more));
    }

    public LocalSettings telling(Consumer<String> listener) {
        return changed(draft -> draft.progress = listener);
    }

    private LocalSettings changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    Path data() {
        return state.resolve("data");
    }

    Path logs() {
        return state.resolve("logs");
    }

    private static Map<AllianceService, Integer> ports(boolean free) {
        return Collections.unmodifiableMap(Arrays.stream(AllianceService.values())
                .collect(Collectors.toMap(service -> service, service -> free ? 0 : service.defaultPort())));
    }

    /** Settings while one of them is changed. */
    private static final class Draft {

        private final LocalSettings before;
        private Path state;
        private int postgresPort;
        private int kafkaPort;
        private Map<AllianceService, Integer> servicePorts;
        private int heapMegabytes;
        private boolean optimizes;
        private Map<String, String> environment;
        private Consumer<String> progress;

        Draft(LocalSettings before) {
            this.before = before;
            state = before.state;
            postgresPort = before.postgresPort;
            kafkaPort = before.kafkaPort;
            servicePorts = before.servicePorts;
            heapMegabytes = before.heapMegabytes;
            optimizes = before.optimizes;
            environment = before.environment;
            progress = before.progress;
        }

        LocalSettings settings() {
            return new LocalSettings(
                    before.root,
                    state,
                    postgresPort,
                    kafkaPort,
                    servicePorts,
                    heapMegabytes,
                    optimizes,
                    before.durability,
                    environment,
                    progress);
        }
    }
}
